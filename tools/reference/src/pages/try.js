// Shows the document with Swagger UI; what is tried there goes to the mock server.
const { SwaggerUIBundle, apiDocument, mockServers } = /** @type {any} */ (window);
const address = mockServers[apiDocument.name];

/**
 * The document for trying. The mock server stands in for the vendor's servers, those of single
 * operations included.
 */
function forTrying(/** @type {any} */ api) {
  const copy = structuredClone(api);
  copy.servers = [{ url: address, description: "Mock server" }];
  for (const path of Object.values(copy.paths)) {
    delete path.servers;
    for (const operation of Object.values(path)) {
      delete operation?.servers;
      for (const { encoding } of Object.values(operation?.requestBody?.content ?? {})) {
        // With it, Swagger UI sends an `&` in a value as it is, which begins another field.
        for (const field of Object.values(encoding ?? {})) field.allowReserved = false;
      }
    }
  }
  return copy;
}

/** @type {HTMLElement} */ (document.getElementById("mock")).textContent = address;
SwaggerUIBundle({
  spec: forTrying(apiDocument.document),
  dom_id: "#view",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  // It would ask a server of its maker's whether the document is valid.
  validatorUrl: null,
});
