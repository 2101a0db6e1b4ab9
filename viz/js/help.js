// The dialog that lists the keys.

const KEYS = [
  ["search", "/"],
  ["back", "Esc"],
  ["next", "Tab", "Shift+Tab"],
  ["arrows", "←", "→", "↑", "↓"],
  ["choose", "Enter"],
  ["zoom", "+", "-"],
  ["history", "Alt+←", "Alt+→"],
  ["help", "?"],
];

function showHelp() {
  const dialog = byId("help");
  const close = () => dialog.close();
  const rows = KEYS.map(([name, ...keys]) => [
    el("dt", {}, ...keys.map((key) => el("kbd", {}, key))),
    el("dd", {}, say(`key_${name}`)),
  ]);
  dialog.replaceChildren(
    el("h2", { id: "help-title" }, say("help_title")),
    el("dl", {}, ...rows.flat()),
    el("button", { type: "button", onclick: close }, say("help_close")),
  );
  dialog.showModal();
}
