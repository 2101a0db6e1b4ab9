// Light and dark: as the reader chose, else as the system has it, and light on paper.

const THEMES = ["light", "dark"];
const systemTheme = matchMedia("(prefers-color-scheme: dark)");

/** The theme that a choice (null: none) comes to. */
function themeOf(chosen) {
  return chosen ?? (systemTheme.matches ? "dark" : "light");
}

/** Sets the theme; tells whether that changed it. */
function useTheme(theme) {
  const { dataset } = document.documentElement;
  const changed = dataset.theme !== theme;
  dataset.theme = theme;
  return changed;
}
