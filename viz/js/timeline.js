// The view "timeline".

const timelineView = {
  key: "timeline",
  options: {},
  has: ({ data }) => data.timeline.length > 0,
  show: (container) => refill(container),
  picture: () => null,
};
