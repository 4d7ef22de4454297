// Cookies that scripts keep: what a visitor chose, for a year.

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function keepCookie(name, value) {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}
