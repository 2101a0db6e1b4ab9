// The view "whatif".

const whatifView = {
  key: "whatif",
  options: {},
  has: ({ model }) => model.loaded.length > 0,
  show: (container) => refill(container),
  picture: () => null,
};
