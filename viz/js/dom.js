// Elements and words. Text enters the page here, and only as text nodes: nothing is ever parsed.

const SVG = "http://www.w3.org/2000/svg";
const LANGUAGES = ["zh", "en"];
const words = readData("data-words");
let language = document.documentElement.lang.slice(0, 2);

function readData(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** The words of a key, with {name} replaced by the value of that name. */
function say(key, values = {}) {
  return inLanguage(words[key]).replace(/\{(\w+)\}/g, (_, name) => apart(String(values[name])));
}

/** Letters that are written from right to left, and signs that turn the direction. */
const TURNING = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A text to be put among others: what turns the direction in it turns nothing beside it. */
function apart(text) {
  if (!TURNING.test(text)) return text;
  // It may close what it did not open, and leave open what it did.
  const closed = text.split("\u2069").length;
  const opened = text.split(/[\u2066-\u2068]/).length;
  return "\u2068".repeat(closed) + text + "\u2069".repeat(closed + opened - 1);
}

/** Notes in one line; what is empty is left out. */
function joined(...notes) {
  return notes.filter(Boolean).map((note) => apart(String(note))).join(" · ");
}

/** The text of a pair [Chinese, English] that the reader wants. */
function inLanguage(pair) {
  return pair[LANGUAGES.indexOf(language)];
}

/** Changes the language of what is said from now on, and of the words of the template. */
function setLanguage(code) {
  language = code;
  document.documentElement.lang = code === "zh" ? "zh-CN" : code;
  for (const element of document.querySelectorAll("[data-say]"))
    element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-say-label]")) {
    const label = say(element.dataset.sayLabel);
    element.setAttribute("aria-label", label);
    if (element.matches("button")) element.title = label;
  }
  for (const element of document.querySelectorAll("[data-say-hint]"))
    element.placeholder = say(element.dataset.sayHint);
}

/** An element with attributes (`onclick` and its like as listeners) and children or texts. */
function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for what is drawn: an element of SVG. */
function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false)
      element.setAttribute(name, value === true ? "" : value);
  }
  const shown = children.flat().filter((child) => child !== null);
  element.append(...shown.map((child) => (child instanceof Node ? child : apart(String(child)))));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

function press(button, pressed) {
  button.setAttribute("aria-pressed", String(pressed));
}

/** A text of at most so many characters, what is over as …. */
function cut(text, most) {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}

/** A number with at most so many decimals, without zeros at the end. */
function number(value, decimals = 1) {
  return String(Number(value.toFixed(decimals)));
}

/** Fills a container anew; what had the focus in it (by its `data-key`) keeps it. */
function refill(container, ...children) {
  const inside = container.contains(document.activeElement);
  const key = inside ? document.activeElement.dataset.key : null;
  container.replaceChildren(...children.filter((child) => child !== null));
  if (key) container.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** A table that scrolls within its own width. */
function wideTable(heads, rows) {
  const head = el("tr", {}, ...heads.map((text) => el("th", { scope: "col" }, text)));
  const body = rows.map((cells) => el("tr", {}, ...cells.map((cell) => el("td", {}, cell))));
  const table = el("table", {}, el("thead", {}, head), el("tbody", {}, ...body));
  return el("div", { class: "wide", tabindex: "0" }, table);
}

/** The table behind a picture, for those who would rather read it: closed at first. */
function tableBehind(heads, rows) {
  const table = wideTable(heads, rows);
  return el("details", { class: "behind" }, el("summary", {}, say("behind")), table);
}
