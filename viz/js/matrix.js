// The view "matrix".

const matrixView = {
  key: "matrix",
  options: {},
  has: ({ model }) => model.loaded.length > 1,
  show: (container) => refill(container),
  picture: () => null,
};
