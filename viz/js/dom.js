// Elements and words. Text enters the page here, and only as text nodes: nothing is ever parsed.

const words = readData("data-words");

function readData(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** The words of a key, with {name} replaced by the value of that name. */
function say(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** An element with attributes (`onclick` and its like as listeners) and children or texts. */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false)
      element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

function press(button, pressed) {
  button.setAttribute("aria-pressed", String(pressed));
}

/** A number with at most so many decimals, without zeros at the end. */
function number(value, decimals = 1) {
  return String(Number(value.toFixed(decimals)));
}
