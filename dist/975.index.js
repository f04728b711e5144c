export const id = 975;
export const ids = [975];
export const modules = {

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
