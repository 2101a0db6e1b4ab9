// Days as numbers counted from 1 January 1970, months as numbers counted from the year 0.

const DAY_LENGTH = 86400000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a year, a month (from 0) and a day of the month; what is over runs on. */
function dayAt(year, month, day) {
  return new Date(0).setUTCFullYear(year, month, day) / DAY_LENGTH;
}

const LAST_DAY = dayAt(9999, 11, 31);

/** The day that a text in ISO 8601 names; null where there is no such day. */
function dayNamed(text) {
  const found = ISO_DAY.exec(text);
  if (!found || found[1] === "0000") return null;
  const day = dayAt(Number(found[1]), found[2] - 1, Number(found[3]));
  return isoOf(day) === text ? day : null;
}

function isoOf(day) {
  return new Date(day * DAY_LENGTH).toISOString().slice(0, 10);
}

function monthOf(day) {
  const date = new Date(day * DAY_LENGTH);
  return 12 * date.getUTCFullYear() + date.getUTCMonth();
}

function firstDayOf(month) {
  return dayAt(0, month, 1);
}

/** 0 is Monday. */
function weekdayOf(day) {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day that it is where the reader is. */
function readersDay() {
  const now = new Date();
  return dayAt(now.getFullYear(), now.getMonth(), now.getDate());
}

/** The short name of a month, such as 3月 or Mar. */
function monthName(month) {
  const options = { month: "short", timeZone: "UTC" };
  const date = new Date(firstDayOf(month) * DAY_LENGTH);
  return date.toLocaleDateString(document.documentElement.lang, options);
}
