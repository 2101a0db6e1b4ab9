// The columns of a timeline: months, and one narrow gap in place of many in which nothing falls.

const MOST_EMPTY_MONTHS = 3;
const GAP_WIDTH = 30;
const LEAST_MONTH_WIDTH = 34;
const MOST_MONTH_WIDTH = 160;
/** Room left free at the sides of a month, so that marks stay within it. */
const MONTH_MARGIN = 9;

/** Columns {month} or {gap: number of months} that hold some days, in order. */
function monthColumns(days) {
  const months = [...new Set(days.map(monthOf))].sort((a, b) => a - b);
  return months.flatMap((month, place) => [
    ...(place ? between(months[place - 1], month) : []),
    { month },
  ]);
}

function between(before, month) {
  const empty = month - before - 1;
  if (empty > MOST_EMPTY_MONTHS) return [{ gap: empty }];
  return Array.from({ length: empty }, (_, place) => ({ month: before + 1 + place }));
}

/** The columns with `x` and `width`, from `left` on, as wide as the room of `width` allows. */
function placedColumns(columns, left, width) {
  const gaps = columns.filter(({ gap }) => gap).length;
  const share = (width - gaps * GAP_WIDTH) / Math.max(1, columns.length - gaps);
  const each = Math.min(MOST_MONTH_WIDTH, Math.max(LEAST_MONTH_WIDTH, share));
  let x = left;
  return columns.map((column) => {
    const placed = { ...column, x, width: column.gap ? GAP_WIDTH : each };
    x += placed.width;
    return placed;
  });
}

/** Where a day stands among columns that hold it. */
function placeOfDay(columns, day) {
  const month = monthOf(day);
  const { x, width } = columns.find((column) => column.month === month);
  const first = firstDayOf(month);
  const share = (day - first) / (firstDayOf(month + 1) - 1 - first);
  return x + MONTH_MARGIN + share * (width - 2 * MONTH_MARGIN);
}
