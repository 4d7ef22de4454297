// Cookies that scripts keep: what a visitor chose, for a year.

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function keepCookie(name, value) {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}

// A browser may be told to keep none, and says otherwise when it is asked for that alone.
export function areCookiesKept() {
  const probe = "assistant_probe=1";
  document.cookie = `${probe}; Path=/; SameSite=Lax`;
  const areKept = document.cookie.includes(probe);
  document.cookie = `${probe}; Path=/; SameSite=Lax; Max-Age=0`;
  return areKept;
}
