// Breaking names into lines, as the layout that reserved their room counts them.

const NARROW = 0.55;
const NEVER_FIRST = "，。、；：！？）】〕》〉”’…,.;:!?)]";
const NEVER_LAST = "（【〔《〈“‘([";

/** The width of a text in Chinese characters. */
function lettersIn(text) {
  let sum = 0;
  for (const letter of text) sum += letter < "\u2e80" ? NARROW : 1;
  return sum;
}

/** Lines of about equal width, none over `most`; what is over `count` lines is cut with …. */
function breakLines(text, most, count) {
  const wanted = Math.max(1, Math.ceil(lettersIn(text) / most));
  const width = wanted > count ? most : Math.min(most, lettersIn(text) / wanted + 0.5);
  const lines = filledLines(text, width);
  if (lines.length <= count) return lines;
  const last = Array.from(lines[count - 1]);
  return [...lines.slice(0, count - 1), `${last.slice(0, -1).join("")}…`];
}

function filledLines(text, width) {
  const lines = [[]];
  for (const letter of text) {
    const line = lines[lines.length - 1];
    const full = line.length > 0 && lettersIn(line) + lettersIn(letter) > width;
    if (!full || NEVER_FIRST.includes(letter)) line.push(letter);
    else if (line.length > 1 && NEVER_LAST.includes(line[line.length - 1])) {
      lines.push([line.pop(), letter]);
    } else lines.push([letter]);
  }
  return lines.map((line) => line.join(""));
}
