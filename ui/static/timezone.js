// Tells the server where the visitor's days begin: in a cookie that every page keeps up to date.

import { keepCookie } from "./cookies.js";

const NAME = "assistant_timezone";

function isKept(zone) {
  return document.cookie.split("; ").includes(`${NAME}=${zone}`);
}

function tellZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || isKept(zone)) return false;
  // A zone's name has only characters that a cookie may have (RFC 6265).
  keepCookie(NAME, zone);
  // Where cookies are refused the days stay those of UTC.
  return isKept(zone);
}

// Whether the page was made for another zone than the visitor's.
export const isZoneNews = tellZone();
