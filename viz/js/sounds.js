// How names sound: pinyin without tones, by syllables and by their first letters.

/** Gives the sounds of a text: `spoken` and `initials`, and the `letters` that they belong to. */
function createReader({ sounds, words }) {
  const soundOf = new Map(
    Object.entries(sounds).flatMap(([sound, chars]) => Array.from(chars, (char) => [char, sound])),
  );
  const longest = Math.max(1, ...Object.keys(words).map((word) => word.length));
  const known = new Map(Object.entries(words).map(([word, said]) => [word, said.split(" ")]));
  const begins = new Set(Object.keys(words).map((word) => Array.from(word)[0]));
  const read = (letters) => {
    const said = [];
    while (said.length < letters.length) said.push(...wordAt(letters, said.length));
    return said;
  };
  /** The sounds of the longest word that is read in its own way, or of one character. */
  const wordAt = (letters, place) => {
    for (let length = begins.has(letters[place]) ? longest : 1; length > 1; length -= 1) {
      const word = known.get(letters.slice(place, place + length).join(""));
      if (word) return word;
    }
    return [soundOf.get(letters[place]) ?? letters[place].toLowerCase()];
  };
  return (text) => {
    const letters = Array.from(text);
    const said = read(letters);
    let length = 0;
    const starts = said.map((sound) => (length += sound.length) - sound.length);
    return { letters, starts, spoken: said.join(""), initials: said.map((s) => s[0]).join("") };
  };
}

/** What was typed as pinyin: letters only, `v` for `ü`; null where it is something else. */
function asPinyin(text) {
  const letters = text.replaceAll("ü", "v").replace(/['’\s]/g, "");
  return /^[a-z]+$/.test(letters) ? letters : null;
}

/** The characters [from, to) whose initials or whole sounds the letters are; null where none. */
function heard({ letters, starts, spoken, initials }, wanted) {
  const short = initials.indexOf(wanted);
  if (short >= 0) return [short, short + wanted.length];
  for (let at = spoken.indexOf(wanted); at >= 0; at = spoken.indexOf(wanted, at + 1)) {
    const from = starts.indexOf(at);
    if (from < 0) continue;
    const after = starts.findIndex((start) => start >= at + wanted.length);
    return [from, after < 0 ? letters.length : after];
  }
  return null;
}
