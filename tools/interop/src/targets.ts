import type { Toolchain } from "./toolchains.js";

/** A generator in one language. */
export interface Target {
  /** Also how the blocks of the language page name it. */
  readonly id: string;
  readonly language: string;
  readonly generator: string;
  /** In `specs/languages/`: what to install, generate and build, and where help is needed. */
  readonly page: string;
  readonly needs: readonly Toolchain[];
  /** How far it goes: run against the vectors, only compiled, or only read by a parser. */
  readonly depth: "run" | "compiled" | "parsed";
  /** Runs after the page's own steps, for what a reader need not do. */
  readonly check?: string;
  /** Runs `runners/<id>/` in the folder where everything was built; takes plan and results. */
  readonly runner?: string;
}

/** Where no compiler comes from a package registry, a grammar does. */
function parse(ending: string, grammar: string, pinned: string): string {
  return `.venv/bin/pip install --quiet tree-sitter==0.26.1 ${pinned}
.venv/bin/python check.py ${ending} ${grammar}`;
}

export const TARGETS: readonly Target[] = [
  {
    id: "go-oapi-codegen",
    language: "Go",
    generator: "oapi-codegen",
    page: "go.md",
    needs: ["go"],
    depth: "run",
    runner: "go run ./runner",
  },
  {
    id: "go-ogen",
    language: "Go",
    generator: "ogen",
    page: "go.md",
    needs: ["go"],
    depth: "run",
    runner: "go run ./runner",
  },
  {
    id: "go-openapi-generator",
    language: "Go",
    generator: "openapi-generator",
    page: "go.md",
    needs: ["go", "python", "java"],
    depth: "run",
    runner: "go run ./runner",
  },
  {
    id: "python-openapi-python-client",
    language: "Python",
    generator: "openapi-python-client",
    page: "python.md",
    needs: ["python"],
    depth: "run",
    runner: ".venv/bin/python runner.py",
  },
  {
    id: "python-datamodel-code-generator",
    language: "Python",
    generator: "datamodel-code-generator",
    page: "python.md",
    needs: ["python"],
    depth: "run",
    runner: ".venv/bin/python runner.py",
  },
  {
    id: "python-openapi-generator",
    language: "Python",
    generator: "openapi-generator",
    page: "python.md",
    needs: ["python", "java"],
    depth: "run",
    runner: ".venv/bin/python runner.py",
  },
  {
    id: "java-openapi-generator",
    language: "Java",
    generator: "openapi-generator",
    page: "java.md",
    needs: ["python", "java", "maven"],
    depth: "run",
    runner: "java -cp 'target/classes:target/dependency/*' java/Runner.java",
  },
  {
    id: "rust-progenitor",
    language: "Rust",
    generator: "progenitor",
    page: "rust.md",
    needs: ["rust"],
    depth: "run",
    check: "cargo build --quiet --bin runner",
    runner: "cargo run --quiet --bin runner --",
  },
  {
    id: "kotlin-openapi-generator",
    language: "Kotlin",
    generator: "openapi-generator",
    page: "kotlin.md",
    needs: ["python", "java", "maven"],
    depth: "compiled",
  },
  {
    id: "csharp-openapi-generator",
    language: "C#",
    generator: "openapi-generator",
    page: "csharp.md",
    needs: ["python", "java"],
    depth: "parsed",
    check: parse("cs", "tree_sitter_c_sharp", "tree-sitter-c-sharp==0.23.5"),
  },
  {
    id: "swift-openapi-generator",
    language: "Swift",
    generator: "openapi-generator",
    page: "swift.md",
    needs: ["python", "java"],
    depth: "parsed",
    check: parse("swift", "tree_sitter_swift", "tree-sitter-swift==0.7.4"),
  },
];
