// Theme, picture file, printing.

function wireOutput(page) {
  onClick("export", () => savePicture(document.querySelector("#graph canvas"), document.title));
  onClick("print", () => window.print());
  wireTheme(() => page.view.repaint?.());
}

function wireTheme(repaint) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const use = (theme) => {
    root.dataset.theme = theme;
    repaint();
  };
  const followSystem = () => use(system.matches ? "dark" : "light");
  system.addEventListener("change", followSystem);
  byId("theme").addEventListener("click", () =>
    use(root.dataset.theme === "dark" ? "light" : "dark"),
  );
  let before;
  window.addEventListener("beforeprint", () => {
    before = root.dataset.theme;
    use("light");
  });
  window.addEventListener("afterprint", () => use(before));
  followSystem();
}

/** Saves the canvas, on the ground of the page, as a PNG file. */
function savePicture(canvas, name) {
  const copy = el("canvas", { width: canvas.width, height: canvas.height });
  const ctx = copy.getContext("2d");
  ctx.fillStyle = readPalette().ground;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => {
    const address = URL.createObjectURL(blob);
    el("a", { href: address, download: `${name}.png` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }, "image/png");
}
