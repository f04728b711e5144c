export const id = 846;
export const ids = [846];
export const modules = {

  9604:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    f: () => (  problemText),
    q: () => (  conclusion)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6008);
  var _harmless_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2812);
  var _report_estimate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4754);
  var _report_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6233);
  var _report_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1993);
  var _report_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5443);
  var _report_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70);
  var _report_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9179);








function conclusion(documents, paint, width) {
    const { plan, lint, report } = documents;
    const parts = [
        lint && findings(lint.findings, lint.files, paint),
        plan && table({ ...documents, plan }, paint, width),
        report && files(report.files),
    ];
    return parts.filter((part) => part !== undefined).join("\n\n");
}
function table(run, paint, width) {
    const rows = (0,_report_rows_js__WEBPACK_IMPORTED_MODULE_2__  .h)(run);
    const lines = (0,_report_table_js__WEBPACK_IMPORTED_MODULE_3__  .e)(rows, width, (0,_report_run_js__WEBPACK_IMPORTED_MODULE_4__  .r)(run) ? "plan" : "run").split("\n");
    const [title = "", ...rest] = lines;
    const marked = rest.map((line) => line.replaceAll("✓", paint("green", "✓")).replaceAll("✗", paint("red", "✗")));
    const { estimate, inputs = [] } = run.plan;
    return [
        ...inputs.flatMap((listed) => [(0,_report_inputs_js__WEBPACK_IMPORTED_MODULE_5__  .l)(listed, (text) => paint("bold", text)), ""]),
        ...(rows.length > 0 ? [paint("bold", title), ...marked, ""] : []),
        (0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__  .Pl)(rows, run.durationMs),
        ...((0,_report_run_js__WEBPACK_IMPORTED_MODULE_4__  .r)(run) && estimate !== undefined && rows.length > 0 ? [(0,_report_estimate_js__WEBPACK_IMPORTED_MODULE_1__  .a)(estimate)] : []),
    ].join("\n");
}
function files(byKind) {
    return Object.entries(byKind)
        .map(([kind, path]) => `${kind}: ${path}`)
        .join("\n");
}
const severityColour = { error: "red", warning: "yellow", note: "dim" };
function findings(list, fileCount, paint) {
    const lines = list.map((finding) => {
        const { severity, at, message, code, fix } = finding;
        const where = at === undefined ? "" : `${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_7__  .I)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .j$)(at))}: `;
        const line = `${where}${paint(severityColour[severity], severity)} ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_7__  .I)(message)} [${code}]`;
        return fix === undefined ? line : `${line}\n    fix: ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_7__  .I)(fix)}`;
    });
    const count = (severity) => list.filter((one) => one.severity === severity).length;
    const totals = `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__  .LS)(fileCount, "Dockerfile")}: ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__  .LS)(count("error"), "error")}, ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__  .LS)(count("warning"), "warning")}, ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__  .LS)(count("note"), "note")}`;
    return [...lines, ...(lines.length > 0 ? [""] : []), totals].join("\n");
}
function problemText(problems, paint) {
    return problems
        .map((problem) => `${paint("red", "error:")} ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_7__  .v)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Vw)(problem)).join("\n")}`)
        .join("\n");
}


  }),

  641:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    FO: () => (  exitCodeOf),
    LL: () => (  exitCodeOfError),
    NS: () => (  exit),
    hS: () => (  exitCodes)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6008);

const exit = { fine: 0, failed: 1, usage: 2, environment: 3, interrupted: 130 };
const exitCodes = [
    { code: exit.fine, meaning: "everything that was asked for is done" },
    { code: exit.failed, meaning: "something failed: a Dockerfile, a build, a health check, a publication" },
    { code: exit.usage, meaning: "a mistake on the command line or in the catalog" },
    { code: exit.environment, meaning: "the surroundings: no engine, no emulation, a registry that does not answer" },
    { code: exit.interrupted, meaning: "interrupted" },
];
const environment = /^(engine|registry|docker|git|network|environment|login)\//;
function exitCodeOfError(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__  .yo))
        return exit.failed;
    return error.problems.some(({ code }) => environment.test(code)) ? exit.environment : exit.usage;
}
function exitCodeOf({ plan, build, smoke, publish }) {
    const images = build?.images ?? [];
    const selected = new Set(plan?.selected);
    const policies = new Map(plan?.services.map(({ name, policy }) => [name, policy]));
    const smoked = smoke?.services.filter(({ service }) => policies.get(service)?.smoke !== "advisory") ?? [];
    const failed = plan?.images.some(({ service, decision }) => selected.has(service) && decision.kind === "blocked") ||
        images.some(({ outcome }) => outcome === "failed" || outcome === "skipped") ||
        images.some(({ service, checks }) => policies.get(service)?.verify !== "advisory" && checks.some(({ ok }) => !ok)) ||
        smoked.some(({ verdict }) => verdict === "unhealthy") ||
        publish?.services.some(({ outcome }) => outcome === "failed" || outcome === "skipped");
    if (failed)
        return exit.failed;
    if (smoked.some(({ verdict }) => verdict === "unknown"))
        return exit.environment;
    return images.some(({ outcome }) => outcome === "cancelled") ? exit.interrupted : exit.fine;
}


  }),

  1280:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Y: () => (  listenForInterrupt)
  });
  var _exit_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(641);

function listenForInterrupt(told) {
    const controller = new AbortController();
    const names = ["SIGINT", "SIGTERM"];
    const stop = () => {
        if (controller.signal.aborted)
            process.exit(_exit_code_js__WEBPACK_IMPORTED_MODULE_0__  .NS.interrupted);
        controller.abort();
        told("interrupted: cleaning up; once more to leave at once");
    };
    for (const name of names)
        process.on(name, stop);
    return {
        signal: controller.signal,
        [Symbol.dispose]: () => {
            for (const name of names)
                process.off(name, stop);
        },
    };
}


  }),

  2288:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  B: () => (  makeWorld)
});

;
function dockerWith(exec) {
    return (args, options) => exec(["docker", ...args], options);
}

var external_node_child_process_ = __webpack_require__(1421);
var external_node_readline_ = __webpack_require__(481);
;


const signalNumbers = {
    SIGHUP: 1,
    SIGINT: 2,
    SIGQUIT: 3,
    SIGABRT: 6,
    SIGKILL: 9,
    SIGSEGV: 11,
    SIGPIPE: 13,
    SIGTERM: 15,
};
const exec = (argv, options = {}) => new Promise((resolve, reject) => {
    const [file, ...args] = argv;
    const { signal, graceMs = 10_000, onLine } = options;
    if (signal?.aborted) {
        resolve({ exitCode: 130, stdout: "", stderr: "" });
        return;
    }
    const child = (0,external_node_child_process_.spawn)(file, args, {
        cwd: options.cwd,
        env: { ...process.env, ...options.env },
        stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    const chunks = { stdout: [], stderr: [] };
    for (const name of ["stdout", "stderr"]) {
        const stream = child[name];
        if (!stream)
            continue;
        if (!options.discard)
            stream.on("data", (chunk) => append(chunks[name], chunk, options.keep));
        if (onLine)
            (0,external_node_readline_.createInterface)({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => onLine(line, name));
        else if (options.discard)
            stream.resume();
    }
    child.stdin?.on("error", () => { });
    child.stdin?.end(options.input);
    let killer;
    const stop = () => {
        child.kill("SIGINT");
        killer = setTimeout(() => {
            child.kill("SIGKILL");
            child.stdout?.destroy();
            child.stderr?.destroy();
        }, graceMs);
    };
    signal?.addEventListener("abort", stop, { once: true });
    const settle = () => {
        clearTimeout(killer);
        signal?.removeEventListener("abort", stop);
    };
    child.on("error", (cause) => {
        settle();
        reject(new Error(`cannot run ${file}: ${cause.message}`, { cause }));
    });
    child.on("close", (code, killedBy) => {
        settle();
        resolve({
            exitCode: code ?? 128 + (signalNumbers[killedBy ?? "SIGKILL"] ?? 9),
            stdout: Buffer.concat(chunks.stdout).toString(),
            stderr: Buffer.concat(chunks.stderr).toString(),
        });
    });
});
function append(chunks, chunk, keep) {
    chunks.push(chunk);
    if (keep === undefined)
        return;
    let spare = chunks.reduce((sum, { length }) => sum + length, -keep);
    while (chunks[0] !== undefined && spare >= chunks[0].length)
        spare -= chunks.shift()?.length ?? 0;
}

;


function makeWorld(face) {
    return {
        ...face,
        exec: exec,
        docker: dockerWith(exec),
        env: process.env,
        cwd: process.cwd(),
        now: () => performance.now(),
    };
}


  }),

  2361:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    cz: () => (  optionsOf),
    fF: () => (  options),
    hL: () => (  stageNames)
  });
const stageNames = ["plan", "lint", "build", "smoke", "publish", "report", "run", "bake", "setup"];
const catalogReaders = ["plan", "lint", "build", "smoke", "publish", "report", "run", "bake"];
const planners = ["plan", "build", "smoke", "publish", "report", "run", "bake"];
const selectors = ["plan", "build", "run", "bake"];
const builders = ["build", "run", "bake"];
const options = [
    {
        name: "catalog",
        kind: "path",
        short: "c",
        placeholder: "file",
        default: "lucid.yml",
        stages: catalogReaders,
        description: "The service catalog.",
    },
    {
        name: "service",
        kind: "list",
        default: "*",
        refuseBlank: true,
        stages: catalogReaders,
        description: "Services to work on, by name or glob (`session-*`).",
    },
    {
        name: "phase",
        kind: "list",
        stages: catalogReaders,
        description: "Only services of these phases.",
    },
    {
        name: "changed",
        kind: "string",
        placeholder: "commit",
        stages: selectors,
        description: "Of these, only services that are built from something else than at this commit or branch, by the same components that make the fingerprint. Base images that moved are not looked at. Needs the commit in the clone.",
    },
    {
        name: "dependents",
        kind: "flag",
        stages: selectors,
        description: "Also all services that are built from those that are selected, or need them to run.",
    },
    {
        name: "platform",
        kind: "list",
        placeholder: "os/arch",
        stages: planners,
        description: "Only these platforms, for example `linux/arm64`. Without it, all that the catalog names.",
    },
    {
        name: "registry",
        kind: "string",
        placeholder: "host",
        stages: [...catalogReaders, "setup"],
        description: "Registry to push to, in place of the catalog's: `ghcr.io`, `127.0.0.1:5000`.",
    },
    {
        name: "mirror",
        kind: "pairs",
        placeholder: "host=prefix",
        env: "LUCID_MIRRORS",
        stages: planners,
        description: "Where base images of a registry are pulled from instead: `docker.io=127.0.0.1:5000/docker.io`. Never used for what is pushed.",
    },
    {
        name: "out",
        kind: "path",
        short: "o",
        placeholder: "folder",
        stages: catalogReaders,
        description: "Folder for documents, logs and the report. Without it, a folder of this catalog's own in the user's cache; in a workflow `$RUNNER_TEMP/lucid`.",
    },
    {
        name: "plan",
        kind: "path",
        placeholder: "file",
        default: "new",
        none: "new",
        refuseBlank: true,
        stages: ["build", "smoke", "publish", "report", "bake"],
        description: "Follow this plan, a `plan.json` that `plan` wrote. `new` makes one from what the registry holds now.",
    },
    {
        name: "force",
        kind: "flag",
        short: "f",
        stages: ["plan", "build", "run"],
        description: "Build what is selected even if the registry has it.",
    },
    {
        name: "stale",
        kind: "flag",
        stages: planners,
        description: "Build anew, without a cache, what is older than the `ttl` that the catalog gives it: for a nightly. Every job of such a run has to be given it (docs/nightly.md).",
    },
    {
        name: "max-jobs",
        kind: "number",
        placeholder: "n",
        stages: ["plan"],
        description: "Pack the matrix into at most this many legs, but one for each platform and kind of runner. Without it, a leg an image, up to GitHub's 256.",
    },
    {
        name: "times",
        kind: "path",
        placeholder: "file",
        stages: ["plan"],
        description: "Build times to pack by: a `build.json`, or a folder with those of all legs of an earlier run. Without it, the `build.json` in `out` if there is one, else the images' sizes.",
    },
    {
        name: "inputs",
        kind: "flag",
        stages: ["plan"],
        description: "List what each selected image is built from: files, images, URLs, contexts, arguments, secrets.",
    },
    {
        name: "event",
        kind: "event",
        placeholder: "event",
        stages: planners,
        description: "What to take as the cause of this run, for tags: `push:main`, `tag:v1.2.0`, `pull_request:7`, `merge_group:main`, `schedule:main`, `manual`. Without it, what GitHub says, else `manual`.",
    },
    {
        name: "revision",
        kind: "string",
        placeholder: "commit",
        stages: planners,
        description: "Commit to label and tag with. Without it, the one that is checked out (on a pull request, its head).",
    },
    {
        name: "no-cache",
        kind: "flag",
        stages: builders,
        description: "Run every step again, without BuildKit's cache. What the registry has is still not built; see force.",
    },
    {
        name: "builder",
        kind: "string",
        placeholder: "name",
        stages: builders,
        description: "The buildx builder to use. Without it, the current one.",
    },
    {
        name: "print",
        kind: "flag",
        only: "command",
        stages: ["build"],
        description: "Show the bake definition and build nothing.",
    },
    {
        name: "smoke",
        kind: "choice",
        choices: ["changed", "all", "off"],
        default: "changed",
        stages: ["smoke", "run"],
        description: "Which services are started and probed: those that were built or not yet published, all that are selected, or none.",
    },
    {
        name: "max-parallel",
        kind: "number",
        placeholder: "n",
        stages: ["smoke", "run"],
        description: "At most this many services are started at once. Without it, four for each CPU.",
    },
    {
        name: "require-smoke",
        kind: "flag",
        default: "true",
        stages: ["publish", "run"],
        description: "Floating tags move only to a digest that passed smoke. Off, they move without.",
        offDescription: "Move floating tags also to digests that have not passed smoke.",
    },
    {
        name: "allow-dirty",
        kind: "flag",
        stages: ["publish", "run"],
        description: "Move floating tags even if the working tree holds changes that no commit has.",
    },
    {
        name: "allow-unordered",
        kind: "flag",
        stages: ["publish", "run"],
        description: "Move floating tags even if it cannot be told whether this commit is newer than the published one (a shallow clone and no token).",
    },
    {
        name: "fail-on",
        kind: "choice",
        choices: ["error", "warning", "note", "never"],
        default: "error",
        stages: ["lint"],
        description: "The mildest finding that makes it fail.",
    },
    {
        name: "github-token",
        kind: "string",
        placeholder: "token",
        env: "GITHUB_TOKEN",
        actionDefault: "$" + "{{ github.token }}",
        only: "action",
        stages: ["publish", "run"],
        description: "Asks GitHub whether this commit is newer than the published one, where a shallow clone does not know. Needs `contents: read`.",
    },
    {
        name: "platforms",
        kind: "list",
        default: "linux/arm64",
        stages: ["setup"],
        description: "Platforms that builds and smoke will want.",
    },
    {
        name: "emulate",
        kind: "flag",
        actionDefault: { setup: "true" },
        stages: ["plan", "setup"],
        description: "QEMU for platforms that a machine does not run itself. Setup makes it ready; off, their lack is an error. Plan puts all legs of the matrix on the plain runner; off, each platform has a runner of its own.",
    },
    {
        name: "binfmt-image",
        kind: "string",
        default: "docker.io/tonistiigi/binfmt@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0",
        stages: ["setup"],
        description: "Image that registers QEMU, run once with `--privileged`.",
    },
    {
        name: "driver",
        kind: "choice",
        choices: ["auto", "docker-container", "kubernetes", "remote"],
        default: "auto",
        stages: ["setup"],
        description: "`auto` keeps the current builder if it can do the job. Any other creates a builder of its own, removed at the end.",
    },
    {
        name: "driver-opts",
        kind: "lines",
        stages: ["setup"],
        description: "Options of the builder that is created, one a line, as `docker buildx create --driver-opt` takes them.",
    },
    {
        name: "endpoint",
        kind: "string",
        stages: ["setup"],
        description: "Address of the builder that is created: for `remote`, for example `tcp://buildkit:1234`.",
    },
    {
        name: "registry-username",
        kind: "string",
        only: "action",
        stages: ["setup", "run"],
        description: "Logs in to `registry` (Docker Hub if that is not given) for this job only. Without it, the login that is there is used.",
    },
    {
        name: "registry-password",
        kind: "string",
        only: "action",
        stages: ["setup", "run"],
        description: "Password or token for registry-username.",
    },
    {
        name: "json",
        kind: "flag",
        only: "command",
        stages: catalogReaders,
        description: "The document on standard output as JSON; everything else goes to standard error.",
    },
];
function optionsOf(stage, face) {
    const all = options;
    return all.filter((option) => option.stages.includes(stage) && (option.only ?? face) === face);
}


  }),

  1567:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  S: () => (  runStage)
});

var promises_ = __webpack_require__(1455);
var external_node_path_ = __webpack_require__(6760);
var errors = __webpack_require__(6008);
var exit_code = __webpack_require__(641);
;

function problemFromHere(problem, catalog) {
    if (problem.at === undefined || /^(document|options)\//.test(problem.code))
        return problem;
    return { ...problem, at: locationFromHere(problem.at, catalog) };
}
function locationFromHere(at, catalog) {
    return { ...at, file: fileFromHere(at.file, catalog) };
}
function fileFromHere(file, catalog) {
    const here = (0,external_node_path_.isAbsolute)(file) || (0,external_node_path_.normalize)(file) === (0,external_node_path_.normalize)(catalog);
    return here ? file : (0,external_node_path_.join)((0,external_node_path_.dirname)(catalog), file);
}
function documentsFromHere(documents, catalog) {
    const { plan, lint, build } = documents;
    return {
        ...documents,
        ...(lint && { lint: { ...lint, findings: lint.findings.map((one) => problemFromHere(one, catalog)) } }),
        ...(plan && {
            plan: {
                ...plan,
                images: plan.images.map((image) => image.decision.kind !== "blocked"
                    ? image
                    : {
                        ...image,
                        decision: {
                            ...image.decision,
                            problems: image.decision.problems.map((one) => problemFromHere(one, catalog)),
                        },
                    }),
            },
        }),
        ...(build && {
            build: {
                ...build,
                images: build.images.map((image) => image.error?.file === undefined
                    ? image
                    : { ...image, error: { ...image.error, file: fileFromHere(image.error.file, catalog) } }),
            },
        }),
    };
}

;





async function runStage(stage, options, world) {
    const started = world.now();
    const document = await start(stage, options, world);
    if (stage === "bake" || options.print)
        return { document, documents: {}, exitCode: exit_code .NS.fine };
    const documents = {
        ...(stage === "run" ? document : { ...(await planOf(stage, options)), [stage]: document }),
        durationMs: world.now() - started,
    };
    const whole = stage === "run" ? { kind: "lucid.run", version: 1, ...document } : document;
    const shown = documentsFromHere(documents, options.catalog);
    return { document: whole, documents: shown, exitCode: exitCodeFor(stage, options, documents) };
}
async function start(stage, options, world) {
    const { stages } = await Promise.all( [__webpack_require__.e(88), __webpack_require__.e(423), __webpack_require__.e(746)]).then(__webpack_require__.bind(__webpack_require__, 1746));
    try {
        if (stage === "bake")
            return await stages.build({ ...options, force: true, print: true }, world);
        return await stages[stage](options, world);
    }
    catch (error) {
        if (!(error instanceof errors .yo))
            throw error;
        const problems = error.problems.map((problem) => problemFromHere(problem, options.catalog));
        throw new errors .yo(problems, { cause: error });
    }
}
async function planOf(stage, { out }) {
    if (stage === "plan" || stage === "lint")
        return {};
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(out, "plan.json"), "utf8").catch(() => undefined);
    return text === undefined ? {} : { plan: JSON.parse(text) };
}
function exitCodeFor(stage, options, documents) {
    if (stage === "report")
        return exit_code .NS.fine;
    if (stage !== "lint")
        return (0,exit_code .FO)(documents);
    const order = ["error", "warning", "note"];
    const bad = documents.lint?.findings.some(({ severity }) => order.indexOf(severity) <= order.indexOf(options.failOn));
    return bad ? exit_code .NS.failed : exit_code .NS.fine;
}


  }),

  8625:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  A: () => (  parseOptions)
});


var external_node_path_ = __webpack_require__(6760);
var errors = __webpack_require__(6008);
;
function parseEvent(text) {
    const cut = text.indexOf(":");
    const kind = cut < 0 ? text : text.slice(0, cut);
    const rest = cut < 0 ? "" : text.slice(cut + 1);
    switch (kind) {
        case "manual":
            return rest === "" ? { kind } : { kind, branch: rest };
        case "push":
        case "schedule":
            return rest === "" ? undefined : { kind, branch: rest };
        case "tag":
            return rest === "" ? undefined : { kind, tag: rest };
        case "merge_group":
            return rest === "" ? undefined : { kind, base: rest };
        case "pull_request":
            return /^[1-9]\d*$/.test(rest) ? { kind, number: Number(rest), head: "", base: "", fork: true } : undefined;
        default:
            return undefined;
    }
}

var options = __webpack_require__(2361);
var external_node_crypto_ = __webpack_require__(7598);
var external_node_os_ = __webpack_require__(8161);
;



function cacheFolder(env) {
    return env.LUCID_CACHE || (0,external_node_path_.join)(env.XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".cache"), "lucid-build-action");
}
function defaultOut(env, catalog) {
    if (env.GITHUB_ACTIONS === "true" && env.RUNNER_TEMP)
        return (0,external_node_path_.join)(env.RUNNER_TEMP, "lucid");
    const hash = (0,external_node_crypto_.createHash)("sha256").update(catalog).digest("hex").slice(0, 8);
    return (0,external_node_path_.join)(cacheFolder(env), "out", `${(0,external_node_path_.basename)((0,external_node_path_.dirname)(catalog))}-${hash}`);
}

;





function parseOptions(raw, { env, cwd }) {
    const problems = [];
    const parsed = {};
    for (const option of options .fF) {
        const otherwise = (option.env && env[option.env]) || option.default;
        try {
            parsed[camelCase(option.name)] = parse(option, raw[option.name], otherwise);
        }
        catch (cause) {
            if (!(cause instanceof errors .yo))
                throw cause;
            problems.push(...cause.problems);
        }
    }
    if (problems.length > 0)
        throw new errors .yo(problems);
    const given = parsed;
    return { ...given, out: given.out ? (0,external_node_path_.resolve)(cwd, given.out) : defaultOut(env, (0,external_node_path_.resolve)(cwd, given.catalog)) };
}
function camelCase(name) {
    return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
function parse(option, said, otherwise) {
    const blank = (typeof said === "string" && said.trim() === "") ||
        (Array.isArray(said) && said.every((part) => part.trim() === ""));
    if (blank && option.refuseBlank)
        throw wrong(option, "is blank", {
            why: "a blank value would stand for everything; job outputs that may hold a secret are blanked by GitHub",
            fix: `leave it out for the default (${option.default}), or check the output it comes from`,
        });
    const value = said === undefined || blank ? otherwise : said;
    return parsers[option.kind](option, value === option.none ? undefined : value);
}
const parsers = {
    string: (_, said) => values_text(said),
    path: (_, said) => values_text(said),
    flag: parseFlag,
    list: (_, said) => toList(said, /[,\n]/),
    lines: (_, said) => toList(said, /\n/),
    number: parseNumber,
    choice: parseChoice,
    pairs: parsePairs,
    event: (option, said) => {
        const value = values_text(said);
        if (value === undefined)
            return undefined;
        const event = parseEvent(value);
        if (event === undefined)
            throw wrong(option, `"${value}" is no event`, {
                fix: "one of push:<branch>, tag:<tag>, pull_request:<number>, merge_group:<base>, schedule:<branch>, manual",
            });
        return event;
    },
};
const values_text = (said) => typeof said === "string" ? said : Array.isArray(said) ? said.at(-1) : undefined;
function toList(said, parting) {
    const parts = typeof said === "string" ? [said] : Array.isArray(said) ? said : [];
    return parts
        .flatMap((part) => part.split(parting))
        .map((part) => part.trim())
        .filter((part) => part !== "");
}
function parseFlag(option, said) {
    if (typeof said === "boolean")
        return said;
    const value = values_text(said)?.trim();
    if (value === undefined)
        return false;
    if (/^(true|True|TRUE)$/.test(value))
        return true;
    if (/^(false|False|FALSE)$/.test(value))
        return false;
    throw wrong(option, `"${value}" is neither true nor false`, {});
}
function parseNumber(option, said) {
    const value = values_text(said);
    if (value === undefined)
        return undefined;
    if (!/^[1-9]\d{0,5}$/.test(value.trim()))
        throw wrong(option, `"${value}" is no whole number of at least 1`, {});
    return Number(value);
}
function parseChoice(option, said) {
    const value = values_text(said);
    if (value === undefined || option.choices?.includes(value))
        return value;
    throw wrong(option, `"${value}" is not known`, { fix: `one of ${option.choices?.join(", ")}` });
}
function parsePairs(option, said) {
    return new Map(toList(said, /[,\n]/).map((pair) => {
        const cut = pair.indexOf("=");
        if (cut < 1 || cut === pair.length - 1)
            throw wrong(option, `"${pair}" has no key and value`, { fix: `write ${option.placeholder ?? "key=value"}` });
        return [pair.slice(0, cut), pair.slice(cut + 1)];
    }));
}
function wrong(option, what, rest) {
    return new errors .yo({ code: "options/value", message: `${option.name} ${what}`, ...rest });
}


  }),

  4754:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    a: () => (  estimateWords)
  });
  var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9179);

const sources = {
    times: "by earlier build times",
    sizes: "by image sizes",
    guess: "by guess: no build times are known yet",
};
function estimateWords({ matrix, jobEach, by }) {
    const saved = jobEach.jobs - matrix.jobs;
    const jobs = instead((0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .LS)(matrix.jobs, "job"), matrix.jobs, jobEach.jobs);
    const wall = instead(`about ${minutes(matrix.wallSeconds)} min`, minutes(matrix.wallSeconds), minutes(jobEach.wallSeconds));
    const billed = instead((0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .LS)(matrix.billedMinutes, "billed minute"), matrix.billedMinutes, jobEach.billedMinutes);
    return `on GitHub ${jobs}${saved > 0 ? ` (${saved} saved)` : ""}: ${wall}, ${billed}, ${sources[by]}`;
}
const instead = (words, ours, theirs) => ours === theirs ? words : `${words} instead of ${theirs}`;
const minutes = (seconds) => Math.ceil(seconds / 60);


  }),

  6233:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    l: () => (  inputsText)
  });
  var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2812);
  var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9179);


function inputsText(inputs, title) {
    const { service, platform, dockerfile } = inputs;
    const lines = [
        title(`${service} (${platform}), ${dockerfile}`),
        ...inputs.wholeContext.map(({ reason, line }) => `  all of the context counts: ${reason}${at(line)}`),
        ...inputs.files.flatMap(({ instruction, line, context, paths }) => [
            `  ${instruction}${context === undefined ? "" : ` (${context})`}${at(line)}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .LS)(paths.length, "file")}`,
            ...paths.map((path) => `    ${path}`),
        ]),
        ...inputs.images.map(({ ref, use, line, platform: on, pinned }) => {
            const bytes = pinned === undefined ? "" : ` -> ${pinned}`;
            return `  ${use === "syntax" ? "syntax" : `${use} image`} ${ref} for ${on}${at(line)}${bytes}`;
        }),
        ...pairs("image of this catalog", inputs.catalogImages),
        ...pairs("context", inputs.contexts),
        ...inputs.urls.map(({ url, line, pinned }) => `  ADD ${url}${at(line)}${pinned ? "" : ", which may change unseen"}`),
        ...pairs("argument", inputs.args),
        ...list("argument that does not count", inputs.volatileArgs),
        ...list("secret", inputs.secrets),
        ...list("ssh", inputs.ssh),
    ];
    return lines.map(_harmless_js__WEBPACK_IMPORTED_MODULE_1__  .I).join("\n");
}
const at = (line) => (line === undefined ? "" : ` at line ${line}`);
function pairs(word, map) {
    return Object.entries(map).map(([name, value]) => `  ${word} ${name} = ${value}`);
}
const list = (word, names) => names.map((name) => `  ${word} ${name}`);


  }),

  1993:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    h: () => (  toRows)
  });
function toRows(run) {
    const selected = new Set(run.plan.selected);
    const order = run.plan.waves.flat().filter((name) => selected.has(name));
    const services = new Map(run.plan.services.map((service) => [service.name, service]));
    return order.flatMap((name) => {
        const service = services.get(name);
        return service === undefined ? [] : [toRow(run, service)];
    });
}
function toRow(run, service) {
    const mine = (list) => list?.filter((one) => one.service === service.name) ?? [];
    const planned = mine(run.plan.images);
    const built = mine(run.build?.images);
    const smoked = mine(run.smoke?.services);
    const published = mine(run.publish?.services)[0];
    const sizes = planned.flatMap((image) => {
        const size = built.find(({ platform }) => platform === image.platform)?.size;
        return size ?? (image.decision.kind === "unchanged" ? image.decision.size : []);
    });
    const buildMs = built.filter(({ outcome }) => outcome === "built").map(({ durationMs }) => durationMs ?? 0);
    const probe = smoked
        .flatMap(({ probes }) => probes)
        .find(({ kind }) => kind !== "negative" && kind !== "healthcheck");
    const digest = published?.digest ?? built[0]?.digest ?? digestOf(planned[0]);
    const problem = firstProblem(planned, built, smoked, published);
    const { verdict, reason, readyMs, architecture } = worst(smoked) ?? {};
    return {
        service: service.name,
        ...(service.phase !== undefined && { phase: service.phase }),
        decision: decisionOf(planned),
        why: whyOf(planned),
        outcome: outcomeOf(run, service, planned, built, smoked, published),
        platforms: planned.map(({ platform }) => platform),
        ...(digest !== undefined && { digest }),
        ...(sizes.length > 0 && { size: sum(sizes) }),
        ...(buildMs.length > 0 && { buildMs: sum(buildMs) }),
        ...(verdict !== undefined && { health: verdict }),
        ...(reason !== undefined && { healthNote: reason }),
        ...(probe?.latencyMs !== undefined && { latencyMs: probe.latencyMs }),
        ...(readyMs !== undefined && { readyMs }),
        ...(architecture !== undefined && { architecture }),
        tags: published?.tags.filter(({ state }) => state !== "held").map(({ tag }) => tag) ?? [],
        ...(problem !== undefined && { problem }),
    };
}
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
function digestOf(image) {
    return image?.decision.kind === "unchanged" ? image.decision.digest : undefined;
}
function decisionOf(images) {
    const kinds = new Set(images.map(({ decision }) => decision.kind));
    return kinds.has("blocked") ? "blocked" : kinds.has("build") ? "build" : "unchanged";
}
function whyOf(images) {
    const kind = decisionOf(images);
    const details = images.filter(({ decision }) => decision.kind === kind).flatMap(({ decision }) => decision.reasons);
    return [...new Set(details.map(({ detail }) => detail))].join("; ");
}
const severity = {
    healthy: 0,
    skipped: 1,
    unknown: 2,
    unhealthy: 3,
};
function worst(smoked) {
    return [...smoked].sort((a, b) => severity[b.verdict] - severity[a.verdict])[0];
}
function outcomeOf(run, { policy }, planned, built, smoked, published) {
    const buildOutcomes = new Set(built.map(({ outcome }) => outcome));
    if (buildOutcomes.has("failed") || planned.some(({ decision }) => decision.kind === "blocked"))
        return "failed";
    if (buildOutcomes.has("cancelled"))
        return "cancelled";
    if (buildOutcomes.has("skipped"))
        return "skipped";
    if (policy.verify === "required" && built.some(({ checks }) => checks.some(({ ok }) => !ok)))
        return "failed";
    const verdicts = new Set(policy.smoke === "advisory" ? [] : smoked.map(({ verdict }) => verdict));
    if (published !== undefined) {
        if (published.outcome === "superseded")
            return "held";
        if (published.outcome === "failed" || verdicts.has("unhealthy"))
            return "failed";
        return published.tags.some(({ state }) => state === "held") ? "held" : published.outcome;
    }
    if (verdicts.has("unhealthy"))
        return "failed";
    if (verdicts.has("unknown"))
        return "unknown";
    if (run.build !== undefined)
        return built.length === 0 ? "unknown" : buildOutcomes.has("built") ? "built" : "unchanged";
    return decisionOf(planned) === "unchanged" ? "unchanged" : "planned";
}
function firstProblem(planned, built, smoked, published) {
    for (const { decision } of planned)
        if (decision.kind === "blocked")
            return decision.problems[0]?.message;
    const failedBuild = built.find(({ error }) => error !== undefined);
    if (failedBuild?.error)
        return failedBuild.error.message;
    const failedCheck = built.flatMap(({ checks }) => checks).find(({ ok }) => !ok);
    if (failedCheck)
        return `${failedCheck.name}: ${failedCheck.actual}, not ${failedCheck.expected}`;
    const failedSmoke = smoked.find(({ verdict }) => verdict === "unhealthy" || verdict === "unknown");
    if (failedSmoke)
        return failedSmoke.failure?.guess ?? failedSmoke.reason;
    if (published !== undefined && published.outcome !== "published" && published.outcome !== "unchanged")
        return published.reason;
    const held = published?.tags.find(({ state }) => state === "held");
    return held && `${held.tag} held: ${held.why ?? published?.reason ?? ""}`;
}


  }),

  5443:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    r: () => (  isPlanAlone)
  });
function isPlanAlone({ build, smoke, publish }) {
    return build === undefined && smoke === undefined && publish === undefined;
}


  }),

  70:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    e: () => (  textTable),
    j: () => (  healthWord)
  });
  var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2812);
  var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9179);


const service = { title: "SERVICE", cell: ({ service }) => service };
const decision = {
    title: "DECISION",
    cell: ({ decision, outcome }) => (outcome === "failed" ? "✗ failed" : decision),
};
const why = { title: "WHY", cell: ({ why, problem }) => problem ?? why };
const columnsOf = {
    plan: [{ ...decision, cell: (row) => (row.decision === "blocked" ? "✗ blocked" : row.decision) }, service, why],
    run: [
        service,
        decision,
        { title: "DIGEST", cell: ({ digest }) => (digest === undefined ? "-" : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .VK)(digest)) },
        { title: "SIZE", right: true, cell: (row) => (row.size === undefined ? "-" : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .Ej)(row.size)) },
        { title: "BUILD", right: true, cell: ({ buildMs }) => (buildMs === undefined ? "-" : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .p0)(buildMs)) },
        { title: "HEALTH", cell: healthWord },
        { title: "LATENCY", right: true, cell: ({ latencyMs }) => (latencyMs === undefined ? "-" : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .p0)(latencyMs)) },
        why,
    ],
};
function healthWord({ health, architecture }) {
    if (health === "healthy")
        return `✓ ${architecture ?? "healthy"}`;
    if (health === "unhealthy")
        return "✗ unhealthy";
    return health === "unknown" ? "? unknown" : "-";
}
function textTable(rows, width = Number.POSITIVE_INFINITY, layout = "run") {
    const columns = columnsOf[layout].filter(({ cell }) => rows.length === 0 || rows.some((row) => cell(row) !== "-"));
    const cells = [
        columns.map(({ title }) => title),
        ...rows.map((row) => columns.map(({ cell }) => (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__  .I)(cell(row)))),
    ];
    const widths = columns.map((_, i) => Math.max(...cells.map((line) => line[i]?.length ?? 0)));
    return cells
        .map((line) => {
        const text = line
            .map((cell, i) => (columns[i]?.right ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
            .join("  ")
            .trimEnd();
        return text.length > width ? `${text.slice(0, Math.max(1, width - 1))}…` : text;
    })
        .join("\n");
}


  })

};
