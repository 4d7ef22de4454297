// Which part of the list a moment belongs to: today, yesterday, the week before, or earlier.

import { say } from "./texts.js";

const WEEK = 7;

export function dayOf(moment, now = new Date()) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return say("script_day_before");
  // Of the calendar, so that a change of the clock makes no day longer.
  const begun = (day) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  const ago = Math.round((begun(now) - begun(date)) / 86_400_000);
  if (ago <= 0) return say("script_day_today");
  if (ago === 1) return say("script_day_yesterday");
  return say(ago < WEEK ? "script_day_week" : "script_day_before");
}
