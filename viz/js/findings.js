// The view "findings".

const findingsView = {
  key: "findings",
  options: {},
  has: ({ data }) => data.findings.length > 0,
  show: (container) => refill(container),
  picture: () => null,
};
