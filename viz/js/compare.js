// The view "compare".

const compareView = {
  key: "compare",
  options: {},
  has: ({ data }) => data.compare.length > 0,
  show: (container) => refill(container),
  picture: () => null,
};
