export const id = 375;
export const ids = [375];
export const modules = {

  1375:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main)
});

var esm = __webpack_require__(8179);
var errors = __webpack_require__(6008);
var harmless = __webpack_require__(2812);
var conclusion = __webpack_require__(9604);
var exit_code = __webpack_require__(641);
var interface_interrupt = __webpack_require__(1280);
var make_world = __webpack_require__(2288);
var external_node_util_ = __webpack_require__(7975);
;

function paintFor(stream) {
    return (style, text) => (0,external_node_util_.styleText)(style, text, { stream });
}

var run_stage = __webpack_require__(1567);
var values = __webpack_require__(8625);
var progress_line = __webpack_require__(5631);
;

function plainScreen(write, now) {
    const elapsed = (0,progress_line .s)(now);
    return {
        progress: (event) => {
            const ms = elapsed(event);
            if (event.state === "done" || event.state === "failed")
                write((0,progress_line .o)(event, ms));
        },
        line: write,
        stop: () => { },
    };
}

var options = __webpack_require__(2361);
;
const stageInfo = {
    run: {
        title: "Lucid Build",
        summary: "Plan, build, smoke and publish the images of a service catalog",
        detail: "All stages one after another: what has to be built is built and pushed by digest, started and probed, and only then tagged. With `service` it does one part of a matrix.",
    },
    plan: {
        title: "Lucid Plan",
        summary: "Say which images have to be built, and why",
        detail: "Compares what each image is made of with what the registry holds. Builds nothing, pushes nothing. In a workflow it gives the matrix for the jobs that build.",
    },
    lint: {
        title: "Lucid Lint",
        summary: "Check the catalog and its Dockerfiles",
        detail: "Finds what would break a build or a container later, with file, line and fix. Needs no engine.",
    },
    build: {
        title: "Lucid Build Images",
        summary: "Build what the plan says and push it by digest",
        detail: "One call of BuildKit for all images. Each is pushed under a tag made of its fingerprint, never under a floating tag, and then checked as the registry holds it.",
    },
    smoke: {
        title: "Lucid Smoke",
        summary: "Start the pushed images and probe every health endpoint",
        detail: "Starts the images by digest on the wanted platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so nothing collides.",
    },
    publish: {
        title: "Lucid Publish",
        summary: "Give the digests their tags, floating ones last",
        detail: "Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. Running it again completes what was left.",
    },
    report: {
        title: "Lucid Report",
        summary: "Tell what happened, as a page and a summary",
        detail: "Reads the documents of the other stages; what is missing is told as missing.",
    },
    bake: {
        title: "Lucid Bake",
        summary: "Print the bake definition, for use with docker buildx bake alone",
        detail: "The definition of all that is selected, whether the registry has it or not. Builds nothing.",
    },
    setup: {
        title: "Lucid Setup",
        summary: "Make Docker ready to build for the wanted platforms",
        detail: "Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only where asked. At the end of the job it takes back what it did.",
    },
};

;
const version = "0.1.0";

;





const subcommands = [
    "run",
    ...options .hL.filter((name) => name !== "setup" && name !== "run"),
];
function program(start) {
    const lucid = new esm .uB("lucid")
        .description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.")
        .version(version, "-V, --version", "Print the version.")
        .helpOption("-h, --help", "Print this help.")
        .helpCommand(false)
        .showHelpAfterError("(see --help)")
        .addHelpText("after", exitHelp());
    for (const stage of subcommands)
        lucid.addCommand(subcommand(stage, start));
    return lucid;
}
function subcommand(stage, start) {
    const { summary, detail } = stageInfo[stage];
    const rows = (0,options .cz)(stage, "command");
    const services = rows.find(({ name }) => name === "service");
    const command = new esm .uB(stage)
        .summary(summary)
        .description(`${summary}.\n\n${detail}`)
        .helpOption("-h, --help", "Print this help.")
        .showHelpAfterError(`(see lucid ${stage} --help)`)
        .argument("[service...]", services?.description)
        .addHelpText("after", exitHelp());
    for (const option of rows)
        if (option !== services)
            command.addOption(toCommandOption(option));
    return command.action((names, values) => start(stage, { ...rawValues(rows, values), ...(names.length > 0 && { service: names }) }));
}
function toCommandOption(option) {
    const { short, name, kind, placeholder = "value" } = option;
    const word = kind === "flag" ? "" : option.choices ? ` <${option.choices.join("|")}>` : ` <${placeholder}>`;
    const flag = `${short ? `-${short}, ` : ""}--${onByDefault(option) ? "no-" : ""}${name}${word}`;
    const made = new esm .c$(flag, `${option.offDescription ?? option.description}${hint(option)}`);
    if (kind === "list" || kind === "lines" || kind === "pairs")
        made.argParser((value, all = []) => [...all, value]);
    return made;
}
const onByDefault = ({ kind, default: on }) => kind === "flag" && on === "true";
function hint(option) {
    const parts = [
        option.default !== undefined && option.kind !== "flag" && `default: ${option.default}`,
        option.env && `env: ${option.env}`,
    ].filter(Boolean);
    return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}
function rawValues(rows, values) {
    return Object.fromEntries(rows.map((option) => {
        const made = toCommandOption(option);
        const value = values[made.attributeName()];
        if (made.negate)
            return [option.name, value === false ? false : undefined];
        return [option.name, value];
    }));
}
function exitHelp() {
    return `\nExit codes:\n${exit_code .hS.map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`).join("\n")}`;
}

;
function canRewrite({ isTTY, env }) {
    return isTTY === true && env.TERM !== "dumb" && !env.CI;
}

;
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});













async function main(argv = process.argv.slice(2)) {
    process.stdout.on("error", lost);
    process.stderr.on("error", () => undefined);
    const lucid = program(start);
    for (const command of [lucid, ...lucid.commands])
        command.exitOverride();
    try {
        if (argv.length === 0)
            lucid.help();
        await lucid.parseAsync(argv, { from: "user" });
    }
    catch (error) {
        if (!(error instanceof esm .b7))
            throw error;
        process.exitCode = error.exitCode === 0 || argv.length === 0 ? exit_code .NS.fine : exit_code .NS.usage;
    }
    await Promise.all([process.stdout, process.stderr].map(flushed));
    process.exit();
}
function lost({ code, message }) {
    if (code === "EPIPE")
        process.exit(process.exitCode ?? exit_code .NS.fine);
    process.stderr.write(`error: the result cannot be written: ${message}\n`);
    process.exit(exit_code .NS.environment);
}
function flushed(stream) {
    return new Promise((resolve) => stream.write("", () => resolve()));
}
async function start(stage, raw) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const asJson = raw.json === true;
        const paint = paintFor(process.stderr);
        const screen = await openScreen(paint);
        const interrupt = __addDisposableResource(env_1, (0,interface_interrupt .Y)(screen.line), false);
        const world = (0,make_world .B)({
            progress: screen.progress,
            log: (text) => (0,harmless .v)(text).forEach(screen.line),
            signal: interrupt.signal,
        });
        try {
            const options = (0,values .A)(raw, world);
            const { document, documents, exitCode } = await (0,run_stage .S)(stage, options, world);
            screen.stop();
            if (asJson || stage === "bake" || options.print)
                print(document);
            else
                process.stdout.write(`${(0,conclusion .q)(documents, paintFor(process.stdout), columns())}\n`);
            process.exitCode = exitCode;
        }
        catch (error) {
            screen.stop();
            if (!interrupt.signal.aborted)
                tell(error, paint, asJson);
            process.exitCode = (0,exit_code .LL)(error);
        }
        if (interrupt.signal.aborted)
            process.exitCode = exit_code .NS.interrupted;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
async function openScreen(paint) {
    const now = () => performance.now();
    const { stderr, env } = process;
    if (!canRewrite({ isTTY: stderr.isTTY, env }))
        return plainScreen((line) => stderr.write(`${line}\n`), now);
    const { liveScreen } = await Promise.all( [__webpack_require__.e(872), __webpack_require__.e(637)]).then(__webpack_require__.bind(__webpack_require__, 7018));
    return liveScreen(stderr, paint, now);
}
function tell(error, paint, asJson) {
    if (error instanceof errors .yo) {
        process.stderr.write(`${(0,conclusion .f)(error.problems, paint)}\n`);
        if (asJson)
            print({ kind: "lucid.error", version: 1, problems: error.problems });
        return;
    }
    const stack = process.env.LUCID_DEBUG && error instanceof Error ? error.stack : undefined;
    const message = stack ?? (error instanceof Error ? error.message : String(error));
    process.stderr.write(`${paint("red", "error:")} ${message}\n`);
    if (stack === undefined)
        process.stderr.write("This is a fault in lucid itself. LUCID_DEBUG=1 shows where.\n");
    if (asJson)
        print({ kind: "lucid.error", version: 1, problems: [{ code: "lucid/fault", message }] });
}
const print = (document) => process.stdout.write(`${JSON.stringify(document, undefined, "\t")}\n`);
const columns = () => (process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY);


  }),

  6008:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Vw: () => (  formatProblem),
    j$: () => (  formatLocation),
    yo: () => (  UserError)
  });
function formatLocation({ file, line, column }) {
    return [file, line, column].filter((part) => part !== undefined).join(":");
}
function formatProblem({ at, message, why, fix, code }) {
    const where = at === undefined ? "" : `${formatLocation(at)}: `;
    const rest = [why, fix && `fix: ${fix}`].filter(Boolean).map((line) => `\n    ${line}`);
    return `${where}${message} [${code}]${rest.join("")}`;
}
class UserError extends Error {
    name = "UserError";
    problems;
    constructor(problems, options) {
        const list = Array.isArray(problems) ? problems : [problems];
        super(list.map(formatProblem).join("\n"), options);
        this.problems = list;
    }
}


  }),

  2812:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    I: () => (  harmless),
    v: () => (  harmlessLines)
  });
function harmless(text) {
    return text
        .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "")
        .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
}
function harmlessLines(text) {
    return text.split(/\r?\n/).map((line) => harmless(line).trimEnd());
}


  }),

  5631:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    o: () => (  progressLine),
    s: () => (  stopwatch)
  });
  var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2812);
  var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9179);


function progressLine({ stage, subject, state, text }, elapsedMs) {
    const took = state === "started" || elapsedMs === undefined ? "" : ` ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__  .p0)(elapsedMs)}`;
    const parts = [stage.padEnd(7), (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__  .I)(subject), `${state}${took}`, (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__  .I)(text ?? "")];
    return parts.join("  ").trimEnd();
}
function stopwatch(now) {
    const starts = new Map();
    return ({ stage, subject, state }) => {
        const key = `${stage}\n${subject}`;
        const start = starts.get(key);
        if (start === undefined)
            starts.set(key, now());
        if (state === "done" || state === "failed")
            starts.delete(key);
        return start === undefined ? undefined : now() - start;
    };
}


  }),

  9179:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ej: () => (  size),
    LS: () => (  plural),
    Pl: () => (  headline),
    VK: () => (  shortDigest),
    p0: () => (  duration),
    p7: () => (  markdownText)
  });
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
function size(bytes) {
    const units = ["B", "kB", "MB", "GB", "TB"];
    let value = bytes;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
function shortDigest(digest) {
    return digest.replace(/^sha256:/, "").slice(0, 12);
}
function plural(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}
function headline(rows, durationMs) {
    const smoked = rows.filter(({ health }) => health === "healthy" || health === "unhealthy" || health === "unknown");
    const healthy = smoked.filter(({ health }) => health === "healthy").length;
    const count = (test, words) => {
        const n = rows.filter(test).length;
        return n === 0 ? [] : [`${n} ${words}`];
    };
    const parts = [
        ...(rows.length === 0 ? ["nothing selected"] : []),
        ...(smoked.length > 0 ? [`${healthy} of ${smoked.length} healthy`] : []),
        ...count(({ buildMs }) => buildMs !== undefined, "built"),
        ...count(({ decision, buildMs, outcome }) => decision === "build" && buildMs === undefined && outcome === "planned", "to build"),
        ...count(({ decision }) => decision === "unchanged", "unchanged"),
        ...count(({ outcome }) => outcome === "failed", "failed"),
        ...count(({ outcome }) => outcome === "held", "held"),
        ...count(({ outcome }) => outcome === "skipped", "skipped"),
        ...count(({ outcome }) => outcome === "cancelled", "cancelled"),
        ...(durationMs === undefined ? [] : [duration(durationMs)]),
    ];
    return parts.join(", ");
}
function markdownText(text) {
    return (text
        .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, " ")
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/[\\`*_{}[\]|~]/g, "\\$&")
        .replace(/:\/\//g, "&#58;//")
        .replace(/\bwww\./gi, (all) => `${all.slice(0, -1)}&#46;`)
        .trim());
}


  })

};
