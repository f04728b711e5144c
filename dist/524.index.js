export const id = 524;
export const ids = [524];
export const modules = {

  9604:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    f: () => (  problemText),
    q: () => (  conclusion)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6008);
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
        const where = at === undefined ? "" : `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .j$)(at)}: `;
        const line = `${where}${paint(severityColour[severity], severity)} ${message} [${code}]`;
        return fix === undefined ? line : `${line}\n    fix: ${fix}`;
    });
    const count = (severity) => list.filter((one) => one.severity === severity).length;
    const totals = `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__  .LS)(fileCount, "Dockerfile")}: ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__  .LS)(count("error"), "error")}, ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__  .LS)(count("warning"), "warning")}, ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__  .LS)(count("note"), "note")}`;
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
    const { stages } = await Promise.all( [__webpack_require__.e(88), __webpack_require__.e(423), __webpack_require__.e(827)]).then(__webpack_require__.bind(__webpack_require__, 2827));
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
    return lines.map(printable).join("\n");
}
const at = (line) => (line === undefined ? "" : ` at line ${line}`);
function pairs(word, map) {
    return Object.entries(map).map(([name, value]) => `  ${word} ${name} = ${value}`);
}
const list = (word, names) => names.map((name) => `  ${word} ${name}`);
const printable = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");


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
