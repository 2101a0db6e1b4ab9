// What stands above and below a picture on paper and in a file: what it is, of when, from where.

const MOST_SOURCES = 3;
/** Characters of a name in a caption. */
const MOST_CAPTION = 100;

/** The lines of a caption: `title`, `view` (what is seen), `notes` (date and sources). */
function pictureCaption(page) {
  const { model, view, state } = page;
  const focus = model.nodes.get(state.selected);
  const plans = model.about.plans.filter((_, key) => state.plan === null || state.plan === key);
  return {
    title: cut(titleOf(model.about), MOST_CAPTION),
    view: joined(
      say(`view_${view.key}`),
      state.plan !== null && cut(plans[0].title, MOST_CAPTION),
      focus && say("caption_focus", { name: cut(focus.label, MOST_CAPTION) }),
      view.caption?.(page),
    ),
    notes: [
      say("caption_date", { date: isoOf(firstDay(model.about)) }),
      plans.length ? say("caption_source", { sources: sourcesOf(plans) }) : "",
    ].filter(Boolean),
  };
}

function sourcesOf(plans) {
  const named = plans.slice(0, MOST_SOURCES).map(({ title, number, source }) => {
    const more = cut([number, source].filter(Boolean).join(say("comma")), MOST_CAPTION);
    return say("caption_plan", { title: cut(title, MOST_CAPTION), more });
  });
  const rest = plans.length > MOST_SOURCES ? say("caption_more", { n: plans.length }) : "";
  return named.join(say("semicolon")) + rest;
}
