// Shows the document with Redoc, in the fonts that are here.
const fonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const { Redoc, apiDocument } = /** @type {any} */ (window);

Redoc.init(
  apiDocument.document,
  {
    disableSearch: false,
    expandResponses: "200",
    hideDownloadButtons: true,
    jsonSamplesExpandLevel: 4,
    nativeScrollbars: true,
    pathInMiddlePanel: true,
    // The bar above is as high.
    scrollYOffset: 48,
    theme: {
      colors: { primary: { main: "#1d4ed8" } },
      rightPanel: { backgroundColor: "#172033" },
      sidebar: { width: "250px", backgroundColor: "#f8fafc" },
      typography: {
        fontFamily: fonts,
        fontSize: "15px",
        headings: { fontFamily: fonts },
        code: { fontFamily: "ui-monospace, Menlo, Consolas, monospace", fontSize: "13px" },
      },
    },
  },
  document.getElementById("view"),
);
