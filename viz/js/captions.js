// What stands above and below a picture on paper and in a file: what it is, of when, from where.

const MOST_SOURCES = 3;

/** The lines of a caption: `title`, `view` (what is seen), `notes` (date and sources). */
function pictureCaption({ model, view, state }) {
  const focus = model.nodes.get(state.selected);
  const plans = model.about.plans.filter((_, key) => state.plan === null || state.plan === key);
  return {
    title: titleOf(model.about),
    view: joined(
      say(`view_${view.key}`),
      state.plan !== null && plans[0].title,
      focus && say("caption_focus", { name: focus.label }),
    ),
    notes: [
      say("caption_date", { date: isoOf(firstDay(model.about)) }),
      plans.length ? say("caption_source", { sources: sourcesOf(plans) }) : "",
    ].filter(Boolean),
  };
}

function sourcesOf(plans) {
  const named = plans.slice(0, MOST_SOURCES).map(({ title, number, source }) => {
    const more = [number, source].filter(Boolean).join(say("comma"));
    return say("caption_plan", { title, more });
  });
  const rest = plans.length > MOST_SOURCES ? say("caption_more", { n: plans.length }) : "";
  return named.join(say("semicolon")) + rest;
}
