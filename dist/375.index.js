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
        lucid.addCommand(subcommand(stage, start), { isDefault: false });
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
            return [option.name, value === false ? !onByDefault(option) : undefined];
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
    process.stdout.on("error", () => process.exit(process.exitCode ?? exit_code .NS.fine));
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
        const world = (0,make_world .B)({ progress: screen.progress, log: screen.line, signal: interrupt.signal });
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
    const stack = process.env.LUCID_DEBUG ? error.stack : undefined;
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

  9604:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    f: () => (  problemText),
    q: () => (  conclusion)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6008);
  var _report_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1993);
  var _report_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70);
  var _report_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9179);




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
    const rows = (0,_report_rows_js__WEBPACK_IMPORTED_MODULE_1__  .h)(run);
    const lines = (0,_report_table_js__WEBPACK_IMPORTED_MODULE_2__  .e)(rows, width).split("\n");
    const [title = "", ...rest] = lines;
    const marked = rest.map((line) => line.replaceAll("✓", paint("green", "✓")).replaceAll("✗", paint("red", "✗")));
    return [...(rows.length > 0 ? [paint("bold", title), ...marked, ""] : []), (0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__  .Pl)(rows, run.durationMs)].join("\n");
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
        const where = at === undefined ? "" : `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .j$)(at)}: `;
        const line = `${where}${paint(severityColour[severity], severity)} ${message} [${code}]`;
        return fix === undefined ? line : `${line}\n    fix: ${fix}`;
    });
    const count = (severity) => list.filter((one) => one.severity === severity).length;
    const totals = `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__  .LS)(fileCount, "Dockerfile")}: ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__  .LS)(count("error"), "error")}, ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__  .LS)(count("warning"), "warning")}, ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_3__  .LS)(count("note"), "note")}`;
    return [...lines, ...(lines.length > 0 ? [""] : []), totals].join("\n");
}
function problemText(problems, paint) {
    return problems.map((problem) => `${paint("red", "error:")} ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Vw)(problem)}`).join("\n");
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
            stream.on("data", (chunk) => chunks[name].push(chunk));
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
        killer = setTimeout(() => child.kill("SIGKILL"), graceMs);
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
    const { stages } = await Promise.all( [__webpack_require__.e(88), __webpack_require__.e(423), __webpack_require__.e(340)]).then(__webpack_require__.bind(__webpack_require__, 5340));
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
        outcome: outcomeOf(run, planned, built, smoked, published),
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
function outcomeOf(run, planned, built, smoked, published) {
    const buildOutcomes = new Set(built.map(({ outcome }) => outcome));
    if (buildOutcomes.has("failed") || planned.some(({ decision }) => decision.kind === "blocked"))
        return "failed";
    if (buildOutcomes.has("cancelled"))
        return "cancelled";
    if (buildOutcomes.has("skipped"))
        return "skipped";
    const verdicts = new Set(smoked.map(({ verdict }) => verdict));
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

  70:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    e: () => (  textTable),
    j: () => (  healthWord)
  });
  var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9179);

const columns = [
    { title: "SERVICE", cell: ({ service }) => service },
    { title: "DECISION", cell: ({ decision, outcome }) => (outcome === "failed" ? "✗ failed" : decision) },
    { title: "DIGEST", cell: ({ digest }) => (digest === undefined ? "-" : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .VK)(digest)) },
    { title: "SIZE", right: true, cell: (row) => (row.size === undefined ? "-" : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .Ej)(row.size)) },
    { title: "BUILD", right: true, cell: ({ buildMs }) => (buildMs === undefined ? "-" : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .p0)(buildMs)) },
    { title: "HEALTH", cell: healthWord },
    { title: "LATENCY", right: true, cell: ({ latencyMs }) => (latencyMs === undefined ? "-" : (0,_words_js__WEBPACK_IMPORTED_MODULE_0__  .p0)(latencyMs)) },
    { title: "WHY", cell: ({ why, problem }) => problem ?? why },
];
function healthWord({ health, architecture }) {
    if (health === "healthy")
        return `✓ ${architecture ?? "healthy"}`;
    if (health === "unhealthy")
        return "✗ unhealthy";
    return health === "unknown" ? "? unknown" : "-";
}
function textTable(rows, width = Number.POSITIVE_INFINITY) {
    const cells = [
        columns.map(({ title }) => title),
        ...rows.map((row) => columns.map(({ cell }) => printable(cell(row)))),
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
const printable = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");


  })

};
