export const id = 831;
export const ids = [831];
export const modules = {

  6814:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    K: () => (  readInputs)
  });
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
  var _interface_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2361);


const secrets = new Set(["github-token", "registry-password"]);
function readInputs(stage) {
    return Object.fromEntries((0,_interface_options_js__WEBPACK_IMPORTED_MODULE_1__  .cz)(stage, "action").map(({ name }) => {
        const variable = `INPUT_${name.toUpperCase()}`;
        if (process.env[variable] === undefined)
            return [name, undefined];
        const value = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .V4)(name);
        if (value !== "" && secrets.has(name)) {
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Pq)(value);
            delete process.env[variable];
        }
        return [name, value];
    }));
}


  }),

  831:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  stageAction: () => (  stageAction)
});

var core = __webpack_require__(7264);
var conclusion = __webpack_require__(9604);
var exit_code = __webpack_require__(641);
var interface_interrupt = __webpack_require__(1280);
var make_world = __webpack_require__(2288);
var external_node_path_ = __webpack_require__(6760);
;

const json = (value) => JSON.stringify(value);
const counted = (list) => (list === undefined ? undefined : String(list.length));
function basesOf({ images, waves }) {
    const toBuild = images.filter(({ decision }) => decision.kind === "build");
    const building = new Set(toBuild.map(({ service }) => service));
    const bases = new Set(toBuild.flatMap(({ from }) => Object.values(from)).filter((name) => building.has(name)));
    return waves.flat().filter((name) => bases.has(name));
}
const outputs = [
    {
        name: "plan",
        stages: ["plan", "run"],
        description: "Path of `plan.json`, for the input `plan` of later stages.",
        value: ({ plan }, out) => plan && (0,external_node_path_.join)(out, "plan.json"),
    },
    {
        name: "has-work",
        stages: ["plan", "run"],
        description: "`true` if an image has to be built, else `false`. Test it before starting a matrix.",
        value: ({ plan }) => plan && String(plan.matrix.include.length > 0),
    },
    {
        name: "matrix",
        stages: ["plan", "run"],
        description: "JSON for `strategy.matrix`: under `include`, for each leg `name`, `service`, `platform`, `runner`, `phase` and `wave`. With nothing to build that list is empty, which GitHub refuses as a matrix: test `has-work`.",
        value: ({ plan }) => plan && json(plan.matrix),
    },
    {
        name: "bases",
        stages: ["plan"],
        description: "Names of services to build that others to build are made from, parted by commas; blank if there is none. A job that builds them before the matrix spares each leg from building its base itself.",
        value: ({ plan }) => plan && basesOf(plan).join(","),
    },
    {
        name: "services",
        stages: ["plan", "run"],
        description: "Names of the selected services, parted by commas: ready for the input `service`.",
        value: ({ plan }) => plan?.selected.join(","),
    },
    {
        name: "findings",
        stages: ["lint"],
        description: "Path of `lint.json`.",
        value: ({ lint }, out) => lint && (0,external_node_path_.join)(out, "lint.json"),
    },
    {
        name: "errors",
        stages: ["lint"],
        description: "How many findings are errors.",
        value: ({ lint }) => counted(lint?.findings.filter(({ severity }) => severity === "error")),
    },
    {
        name: "warnings",
        stages: ["lint"],
        description: "How many findings are warnings.",
        value: ({ lint }) => counted(lint?.findings.filter(({ severity }) => severity === "warning")),
    },
    {
        name: "build",
        stages: ["build", "run"],
        description: "Path of `build.json`.",
        value: ({ build }, out) => build && (0,external_node_path_.join)(out, "build.json"),
    },
    {
        name: "built",
        stages: ["build", "run"],
        description: "How many images were built.",
        value: ({ build }) => counted(build?.images.filter(({ outcome }) => outcome === "built")),
    },
    {
        name: "images",
        stages: ["build", "run"],
        description: "JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`.",
        value: ({ build }) => build &&
            json(build.images.map(({ service, platform, outcome, contentRef: ref, digest }) => ({
                service,
                platform,
                outcome,
                ref,
                digest,
            }))),
    },
    {
        name: "smoke",
        stages: ["smoke", "run"],
        description: "Path of `smoke.json`.",
        value: ({ smoke }, out) => smoke && (0,external_node_path_.join)(out, "smoke.json"),
    },
    {
        name: "healthy",
        stages: ["smoke", "run"],
        description: "How many services answered as they should.",
        value: ({ smoke }) => counted(smoke?.services.filter(({ verdict }) => verdict === "healthy")),
    },
    {
        name: "unhealthy",
        stages: ["smoke", "run"],
        description: "How many did not, or gave no answer.",
        value: ({ smoke }) => counted(smoke?.services.filter(({ verdict }) => verdict === "unhealthy" || verdict === "unknown")),
    },
    {
        name: "publish",
        stages: ["publish", "run"],
        description: "Path of `publish.json`.",
        value: ({ publish }, out) => publish && (0,external_node_path_.join)(out, "publish.json"),
    },
    {
        name: "published",
        stages: ["publish", "run"],
        description: "JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`.",
        value: ({ publish }) => publish &&
            json(publish.services.map(({ service, image, outcome, digest, tags }) => ({
                service,
                image,
                outcome,
                digest,
                tags: tags.filter(({ state }) => state !== "held").map(({ tag }) => tag),
            }))),
    },
    {
        name: "report",
        stages: ["report", "run"],
        description: "Path of the report, one HTML file.",
        value: ({ report }) => report?.files.page,
    },
    {
        name: "builder",
        stages: ["setup"],
        description: "Name of the buildx builder that builds will use.",
        value: () => undefined,
    },
    {
        name: "emulated",
        stages: ["setup"],
        description: "Platforms that QEMU was registered for, parted by commas; blank if none.",
        value: () => undefined,
    },
];
function outputsOf(stage) {
    return outputs.filter(({ stages }) => stages.includes(stage));
}

var run_stage = __webpack_require__(1567);
var values = __webpack_require__(8625);
var summary = __webpack_require__(8750);
var annotations = __webpack_require__(3237);
var actions_console = __webpack_require__(2882);
var inputs = __webpack_require__(6814);
var login = __webpack_require__(3142);
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













async function stageAction(stage) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const interrupt = __addDisposableResource(env_1, (0,interface_interrupt .Y)((message) => console.log(message)), false);
        const world = (0,make_world .B)({
            progress: (0,actions_console .sc)(() => performance.now()),
            log: actions_console .OG,
            signal: interrupt.signal,
        });
        try {
            const options = (0,values .A)((0,inputs .K)(stage), world);
            if (stage === "run")
                await (0,actions_console .Df)(() => (0,login .E8)(options));
            const { documents, exitCode } = await (0,actions_console .Df)(async () => {
                const run = await (0,run_stage .S)(stage, options, world);
                (0,actions_console .OG)((0,conclusion .q)(run.documents, (_, text) => text, Number.POSITIVE_INFINITY));
                return run;
            });
            for (const { name, value } of outputsOf(stage)) {
                const text = value(documents, options.out);
                if (text !== undefined)
                    core .uH(name, text);
            }
            await summarize(documents);
            (0,actions_console .fz)((0,annotations .Ih)(documents));
            process.exitCode = exitCode;
        }
        catch (error) {
            if (!interrupt.signal.aborted)
                await (0,actions_console .TF)(error);
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
async function summarize({ plan, ...rest }) {
    if (plan === undefined || !process.env.GITHUB_STEP_SUMMARY)
        return;
    await core .z.addRaw((0,summary .x)({ plan, ...rest }), true).write();
}


  }),

  6635:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B: () => (  toProgress)
  });
  var _rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1993);

const done = new Set(["published", "unchanged", "built", "held"]);
function toProgress(run) {
    const { plan } = run;
    if (plan.phases.length === 0 || plan.selected.length < plan.services.length)
        return undefined;
    const complete = new Set((0,_rows_js__WEBPACK_IMPORTED_MODULE_0__  .h)(run).flatMap(({ service, outcome }) => (done.has(outcome) ? service : [])));
    const phases = plan.phases.map(({ id, title }) => {
        const there = plan.services.filter(({ phase }) => phase === id);
        const built = there.filter(({ name }) => complete.has(name)).length;
        const required = there.length + plan.planned.filter(({ phase }) => phase === id).length;
        const status = built === required ? "complete" : built > 0 ? "in progress" : "pending";
        return { id, title, required, complete: built, status };
    });
    const total = (key) => phases.reduce((sum, phase) => sum + phase[key], 0);
    const required = total("required");
    const reached = total("complete");
    return { phases, required, complete: reached, percent: required === 0 ? 0 : Math.round((reached / required) * 100) };
}


  }),

  8750:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    x: () => (  stepSummary)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6008);
  var _estimate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4754);
  var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6233);
  var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6635);
  var _rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1993);
  var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5443);
  var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9179);







const maxBytes = 900 * 1024;
function stepSummary(run) {
    const rows = (0,_rows_js__WEBPACK_IMPORTED_MODULE_3__  .h)(run);
    const failures = rows.filter(({ problem }) => problem !== undefined);
    const { estimate, inputs = [] } = run.plan;
    const alone = (0,_run_js__WEBPACK_IMPORTED_MODULE_4__  .r)(run);
    const sections = [
        `### ${mark(rows)} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .Pl)(rows, run.durationMs)}`,
        alone && estimate !== undefined && rows.length > 0 ? (0,_estimate_js__WEBPACK_IMPORTED_MODULE_1__  .a)(estimate) : undefined,
        alone ? planTable(rows) : table(rows),
        failures.length === 0 ? undefined : failureSection(run, failures),
        run.lint && run.lint.findings.length > 0 ? findingSection(run.lint.findings) : undefined,
        progressSection(run),
        ...inputs.map(inputSection),
    ];
    return cut(sections.filter((section) => section !== undefined).join("\n\n"));
}
function planTable(rows) {
    const lines = rows.map(({ decision, service, why, problem, platforms }) => [decision, `**${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(service)}**`, (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(problem ?? why), platforms.join(" ")].join(" | "));
    return [
        "| decision | service | why | platforms |",
        "| --- | --- | --- | --- |",
        ...lines.map((line) => `| ${line} |`),
    ].join("\n");
}
function inputSection(inputs) {
    const title = `${inputs.service} (${inputs.platform}) is built from`;
    const text = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_6__  .l)(inputs, (line) => line)
        .split("\n")
        .slice(1);
    return `<details><summary>${title}</summary>\n\n${codeBlock(text)}\n\n</details>`;
}
const mark = (rows) => rows.some(({ outcome }) => outcome === "failed" || outcome === "unknown") ? "❌" : "✅";
function table(rows) {
    const lines = rows.map((row) => [
        `**${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(row.service)}**`,
        row.outcome,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(row.why),
        row.platforms.join(" "),
        row.digest === undefined ? "" : `\`${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .VK)(row.digest)}\``,
        row.tags.map((tag) => `\`${tag}\``).join(" "),
        row.size === undefined ? "" : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .Ej)(row.size),
        row.buildMs === undefined ? "" : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p0)(row.buildMs),
        healthCell(row),
    ].join(" | "));
    return [
        "| service | outcome | why | platforms | digest | tags | size | build | health |",
        "| --- | --- | --- | --- | --- | --- | ---: | ---: | --- |",
        ...lines.map((line) => `| ${line} |`),
    ].join("\n");
}
function healthCell({ health, architecture, latencyMs }) {
    if (health === undefined || health === "skipped")
        return "";
    if (health !== "healthy")
        return `❌ ${health}`;
    return ["✓", architecture, latencyMs === undefined ? undefined : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p0)(latencyMs)].filter(Boolean).join(" ");
}
function failureSection(run, failures) {
    return failures
        .map(({ service, problem }) => {
        const built = run.build?.images.find((image) => image.service === service && image.error !== undefined);
        const smoked = run.smoke?.services.find((one) => one.service === service && one.failure !== undefined);
        const log = built?.error?.log ?? smoked?.failure?.log ?? [];
        return [
            `#### ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(service)}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(problem ?? "")}`,
            ...(log.length > 0 ? [codeBlock(log)] : []),
        ].join("\n\n");
    })
        .join("\n\n");
}
function codeBlock(lines) {
    return lines
        .flatMap((line) => line.split(/\r\n|[\r\n\u2028\u2029]/))
        .map((line) => `    ${line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")}`)
        .join("\n");
}
function place(text) {
    return /[`\u0000-\u001f]/.test(text) ? (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(text) : `\`${text}\``;
}
function findingSection(findings) {
    const lines = findings.map(({ severity, code, message, at, fix }) => {
        const where = at === undefined ? "" : `${place((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .j$)(at))} `;
        return `- ${severity}: ${where}${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(message)} (${code})${fix ? `. ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(fix)}` : ""}`;
    });
    return [`<details><summary>${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .LS)(findings.length, "finding")}</summary>`, "", ...lines, "", "</details>"].join("\n");
}
function progressSection(run) {
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_2__  .B)(run);
    if (progress === undefined)
        return undefined;
    return [
        `<details><summary>${progress.complete} of ${progress.required} images of the plan, ${progress.percent} %</summary>`,
        "",
        "| phase | category | required | completed | status |",
        "| --- | --- | ---: | ---: | --- |",
        ...progress.phases.map(({ id, title, required, complete, status }) => `| ${id} | ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(title)} | ${required} | ${complete} | ${status} |`),
        `| **total** | **all phases** | **${progress.required}** | **${progress.complete}** | ${progress.percent} % |`,
        "",
        "</details>",
    ].join("\n");
}
function cut(text) {
    if (Buffer.byteLength(text) <= maxBytes)
        return text;
    let bytes = 0;
    const kept = [];
    for (const line of text.split("\n")) {
        bytes += Buffer.byteLength(line) + 1;
        if (bytes > maxBytes)
            break;
        kept.push(line);
    }
    return [...kept, "", "_Shortened: the whole of it is in the report._"].join("\n");
}


  })

};
