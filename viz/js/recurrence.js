// The days on which something falls that comes again: as `analysis.recurrence` finds them.

/** How many months a period lasts that ends with a month. */
const PERIODS = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12 };
const LONGEST_MONTH = 31;
const FRIDAY = 4;
/** A day of each year, such as 03-10, or of each month, such as 10. */
const AGAIN = /^(?:(0[1-9]|1[0-2])-)?(0[1-9]|[12]\d|3[01])$/;

/**
 * The days from `since` until `until`, of each given day and of the recurrence at least the next
 * one; days that are given with their year in any case. In order, each once.
 */
function occurrences({ recurrence, dates = [] }, since, until) {
  const found = new Set(dates.map(dayNamed).filter((day) => day !== null));
  for (const days of seriesOf(recurrence, dates, since)) {
    let isNext = true;
    for (const day of days) {
      if (!isNext && day > until) break;
      found.add(day);
      isNext = false;
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Days that are given go before the recurrence: who says the days has said all. */
function seriesOf(recurrence, dates, since) {
  if (dates.length) return dates.filter((text) => AGAIN.test(text)).map((text) => given(text, since));
  if (recurrence === "weekly") return [fridays(since)];
  if (!recurrence) return [];
  const ends = (month) => (month + 1) % PERIODS[recurrence] === 0;
  return [daysInMonths(ends, LONGEST_MONTH, since)];
}

function given(text, since) {
  const [, month, day] = AGAIN.exec(text);
  return daysInMonths((other) => !month || other === month - 1, Number(day), since);
}

/** A day of some months (from 0), or the last one of a month that is shorter. */
function* daysInMonths(isOne, day, since) {
  for (let month = monthOf(since); month <= monthOf(LAST_DAY); month += 1) {
    if (!isOne(month % 12)) continue;
    const found = Math.min(firstDayOf(month) + day, firstDayOf(month + 1)) - 1;
    if (found >= since) yield found;
  }
}

function* fridays(since) {
  const first = since + ((FRIDAY - weekdayOf(since) + 7) % 7);
  for (let day = first; day <= LAST_DAY; day += 7) yield day;
}
