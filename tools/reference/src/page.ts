import { type ApiDocument, type DocumentName, documentNames, shortNames } from "./documents.js";

/** A page: what it is called, what stands in it, and which files it needs. */
interface Page {
  readonly title: string;
  readonly body: string;
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
}

// Nothing from elsewhere, whatever a document or a library asks for; requests go to this machine.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self' http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function html({ title, body, scripts = [], styles = [] }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${plain(title)}</title>
<link rel="icon" href="data:,">
${[...styles, "site.css"].map((file) => `<link rel="stylesheet" href="${file}">`).join("\n")}
</head>
<body>
${body}
${scripts.map((file) => `<script src="${file}"></script>`).join("\n")}
</body>
</html>
`;
}

type Documents = Readonly<Record<DocumentName, ApiDocument>>;

/** The first page: which documents there are, and two ways to look at each. */
export function startPage(documents: Documents): string {
  const cards = documentNames.map((name) => {
    const { title, version, description } = documents[name].info;
    return `<section class="card">
<h2>${plain(title)} <small>${plain(version)}</small></h2>
<p>${plain(firstSentence(description))}</p>
<p><a class="action" href="${name}.read.html">Read</a> <a class="action" href="${name}.try.html">Try</a></p>
</section>`;
  });
  const body = `<main class="start">
<h1>Roomkey: the APIs</h1>
<p>Two views of each document: one to read, one to send requests to the mock servers. The pages load nothing from another machine and send nothing to one.</p>
${cards.join("\n")}
</main>`;
  return html({ title: "Roomkey: the APIs", body });
}

/** The document to read, by Redoc. */
export const readPage = (documents: Documents, name: DocumentName): string =>
  html({
    title: documents[name].info.title,
    body: `${bar(name, "read")}\n<div id="view"></div>`,
    scripts: [`${name}.document.js`, "redoc.standalone.js", "read.js"],
  });

/** The document to try, by Swagger UI. */
export const tryPage = (documents: Documents, name: DocumentName): string =>
  html({
    title: `Try: ${documents[name].info.title}`,
    body: `${bar(name, "try")}
<p class="hint">Requests go to the mock server at <code id="mock"></code>. It takes any credentials: choose <b>Authorize</b>, type anything.</p>
<div id="view"></div>`,
    scripts: [`${name}.document.js`, "mocks.js", "swagger-ui-bundle.js", "try.js"],
    styles: ["swagger-ui.css"],
  });

function bar(shown: DocumentName, view: "read" | "try"): string {
  const link = (to: string, text: string, current: boolean) =>
    `<a href="${to}"${current ? ' aria-current="page"' : ""}>${plain(text)}</a>`;
  const apis = documentNames.map((name) =>
    link(`${name}.${view}.html`, shortNames[name], name === shown),
  );
  return `<nav class="bar">
<a class="home" href="index.html">Roomkey</a>
<span>${apis.join("\n")}</span>
<span>${link(`${shown}.read.html`, "Read", view === "read")}
${link(`${shown}.try.html`, "Try", view === "try")}</span>
</nav>`;
}

const firstSentence = (text: string) => /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const plain = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
