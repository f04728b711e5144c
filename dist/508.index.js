export const id = 508;
export const ids = [508];
export const modules = {

  237:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    setupPost: () => (  setupPost)
  });
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
  var _builder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7084);
  var _console_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2882);
  var _login_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3142);




async function setupPost() {
    const folder = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Gu)(_login_js__WEBPACK_IMPORTED_MODULE_3__  .$i.folder);
    const builder = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Gu)(_builder_js__WEBPACK_IMPORTED_MODULE_1__  .xm);
    await (0,_console_js__WEBPACK_IMPORTED_MODULE_2__  .Df)(async () => {
        if (builder !== "")
            await (0,_builder_js__WEBPACK_IMPORTED_MODULE_1__  .iq)(builder);
        if (folder !== "")
            await (0,_login_js__WEBPACK_IMPORTED_MODULE_3__  .je)(folder, (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Gu)(_login_js__WEBPACK_IMPORTED_MODULE_3__  .$i.host));
    });
    const done = [builder !== "" && `builder ${builder} removed`, folder !== "" && "credentials deleted"].filter(Boolean);
    console.log(done.length > 0 ? done.join(", ") : "nothing to take back");
}


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

  3744:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    I: () => (  harmless)
  });
function harmless(text) {
    return text
        .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "")
        .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
}


  }),

  5631:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    o: () => (  progressLine),
    s: () => (  stopwatch)
  });
  var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9179);
  var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3744);


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
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
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
    return parts.join(", ") || "nothing selected";
}
function markdownText(text) {
    return text
        .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, " ")
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/[\\`*_{}[\]|~]/g, "\\$&")
        .trim();
}


  })

};
