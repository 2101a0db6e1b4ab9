// Pictures as files, and printing.

const EDGE = 24;
const TITLE_SIZE = 20;
const VIEW_SIZE = 14;
const NOTE_SIZE = 12;
const LEAST_FILE_WIDTH = 480;
/** Pixels of a PNG for one of the page, and how many a browser lets a picture have. */
const SHARPNESS = 2;
const MOST_SIDE = 16000;
const MOST_PIXELS = 2.6e8;

function wireOutput(page) {
  onClick("png", () => save(page, "png"));
  onClick("svg", () => save(page, "svg"));
  onClick("print", () => window.print());
  window.addEventListener("beforeprint", () => preparePrint(page));
  window.addEventListener("afterprint", () => leavePrint(page));
}

/** Files can be made of views that are pictures. */
function showOutput({ view }) {
  for (const format of ["png", "svg"]) {
    const button = byId(format);
    const label = say("save_as", { format: format.toUpperCase() });
    button.disabled = !view.picture;
    button.title = view.picture ? label : say("no_picture");
    button.setAttribute("aria-label", label);
  }
}

async function save(page, format) {
  const picture = page.view.picture(page);
  if (!picture) return;
  const file = framed(standalone(picture), sizeOf(picture), pictureCaption(page));
  const blob = format === "svg" ? svgBlob(file) : await pngBlob(file);
  download(blob, `${fileNameOf(page)}.${format}`);
}

/** The picture with its caption around it, on the ground of the page. */
function framed(picture, { width, height }, { title, view, notes }) {
  const style = getComputedStyle(document.body);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const whole = Math.max(width, LEAST_FILE_WIDTH);
  const marks = [];
  let y = EDGE;
  const write = (text, size, more) => {
    for (const line of breakLines(text, whole / size, 6)) {
      y += size * 1.4;
      marks.push(svg("text", { x: EDGE, y, "font-size": size, fill: colour("ink"), ...more }, line));
    }
  };
  write(title, TITLE_SIZE, { "font-weight": 700 });
  write(view, VIEW_SIZE, {});
  const top = y + EDGE / 2;
  y = top + height;
  for (const note of notes) write(note, NOTE_SIZE, { fill: colour("muted") });
  const size = { width: Math.ceil(whole + 2 * EDGE), height: Math.ceil(y + EDGE) };
  for (const [name, value] of Object.entries({ x: EDGE, y: top, width, height }))
    picture.setAttribute(name, value);
  return svg(
    "svg",
    { ...size, viewBox: `0 0 ${size.width} ${size.height}`, "font-family": style.fontFamily },
    svg("title", {}, `${title} · ${view}`),
    svg("rect", { ...size, fill: colour("ground") }),
    picture,
    ...marks,
  );
}

function svgBlob(file) {
  return new Blob([asText(file)], { type: "image/svg+xml" });
}

async function pngBlob(file) {
  const [width, height] = ["width", "height"].map((name) => Number(file.getAttribute(name)));
  const most = Math.min(MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  const scale = Math.min(SHARPNESS, most);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asText(file))}`;
  await image.decode();
  const canvas = el("canvas", { width: Math.floor(width * scale), height: Math.floor(height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Place and view, without what file systems do not take. */
function fileNameOf({ model, view, state }) {
  const { places, plans } = model.about;
  const place = places.length === 1 ? places[0] : state.plan !== null && places[plans[state.plan].place];
  const name = `${place || say("app")} · ${say(`view_${view.key}`)}`;
  return cut(name.replace(/[\\/:*?"<>|\p{C}]/gu, "_"), 100);
}
