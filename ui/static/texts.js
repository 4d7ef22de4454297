// The words that scripts say, in the page's language; the server puts them into `data-texts`.

const texts = new Map();
for (const element of document.querySelectorAll("[data-texts]")) {
  for (const [key, text] of Object.entries(JSON.parse(element.dataset.texts))) texts.set(key, text);
}

// The clock of 24 hours, as in the rest of Europe.
const LOCALES = { en: "en-GB", sv: "sv-SE" };

// How numbers and dates are written.
const page = document.documentElement;
export const language = page.dataset.language ?? page.lang;
export const locale = LOCALES[language] ?? "en-GB";

// Gives a text with its `{values}` put in.
export function say(key, values = {}) {
  const text = texts.get(key) ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
