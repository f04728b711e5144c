export const id = 237;
export const ids = [237];
export const modules = {

  7084:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ij: () => (  createBuilder),
    iq: () => (  removeBuilder),
    m7: () => (  emulate),
    xm: () => (  builderState)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7264);
  var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6008);
  var _show_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2534);




const builderState = "builder";
async function createBuilder(unfit, options) {
    if (options.driver === "auto" && unfit === undefined)
        return undefined;
    if (unfit !== undefined)
        console.log(`${unfit.message}: a builder is made for this job`);
    const driver = options.driver === "auto" ? "docker-container" : options.driver;
    const name = `lucid-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}`;
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__  .LZ)(builderState, name);
    const { exitCode, stderr } = await (0,_show_exec_js__WEBPACK_IMPORTED_MODULE_3__  .e)([
        "docker",
        "buildx",
        "create",
        `--name=${name}`,
        `--driver=${driver}`,
        ...options.driverOpts.map((option) => `--driver-opt=${option}`),
        "--bootstrap",
        ...(options.endpoint === undefined ? [] : ["--", options.endpoint]),
    ]);
    if (exitCode !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__  .yo({
            code: "engine/builder",
            message: `a builder with the ${driver} driver cannot be created`,
            why: stderr.trim().split("\n").at(-1) ?? "",
            fix: "check driver, driver-opts and endpoint",
        });
    process.env.BUILDX_BUILDER = name;
    return name;
}
async function removeBuilder(name) {
    await (0,_show_exec_js__WEBPACK_IMPORTED_MODULE_3__  .e)(["docker", "buildx", "rm", "--force", "--", name]).catch(() => undefined);
}
async function emulate(platforms, options) {
    const architectures = platforms.map((platform) => platform.split("/")[1] ?? platform);
    const { exitCode, stderr } = await (0,_show_exec_js__WEBPACK_IMPORTED_MODULE_3__  .e)([
        "docker",
        "run",
        "--privileged",
        "--rm",
        "--",
        options.binfmtImage,
        "--install",
        [...new Set(architectures)].join(","),
    ]);
    if (exitCode !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__  .yo({
            code: "engine/emulation",
            message: `QEMU for ${platforms.join(", ")} cannot be registered`,
            why: stderr.trim().split("\n").at(-1) ?? "",
            fix: "run on a machine of that architecture (ubuntu-24.04-arm), name another binfmt-image, or install qemu-user-static on the runner",
        });
}


  }),

  5637:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  fz: () => (  annotate),
  TF: () => (  annotateError),
  Ih: () => (  annotationsOf),
  OG: () => (  logLines),
  sc: () => (  logProgress),
  Df: () => (  withoutCommands)
});

var external_node_crypto_ = __webpack_require__(7598);
var core = __webpack_require__(7264);
var errors = __webpack_require__(6008);
var harmless = __webpack_require__(3744);
var progress_line = __webpack_require__(5631);
;
const shown = 10;
const maxMessage = 4096;
function annotationsOf({ plan, lint, build, smoke, publish }) {
    return [
        ...(lint?.findings ?? []).map((finding) => ofProblem(finding, levels[finding.severity])),
        ...(build === undefined ? (plan?.images ?? []) : []).flatMap(ofPlanned),
        ...(build?.images ?? []).flatMap(ofBuilt),
        ...(smoke?.services ?? []).flatMap(ofSmoked),
        ...(publish?.services ?? []).flatMap(ofPublished),
    ];
}
const levels = { error: "error", warning: "warning", note: "notice" };
function ofPlanned({ decision }) {
    return decision.kind === "blocked" ? decision.problems.map((problem) => ofProblem(problem, "error")) : [];
}
function ofBuilt({ service, platform, error }) {
    if (error === undefined)
        return [];
    const { message, log = [], file, line } = error;
    return [
        {
            level: "error",
            title: `${service} (${platform}) was not built`,
            message: [message, ...log].join("\n"),
            ...(file !== undefined && { file }),
            ...(line !== undefined && { line }),
        },
    ];
}
function ofSmoked({ service, verdict, failure, reason }) {
    if (verdict === "healthy" || verdict === "skipped")
        return [];
    const message = [failure?.guess ?? reason ?? "no reason known", ...(failure?.log ?? [])].join("\n");
    return [{ level: "error", title: `${service} is ${verdict}`, message }];
}
function ofPublished({ service, outcome, reason, tags }) {
    if (outcome === "failed")
        return [{ level: "error", title: `${service} was not published`, message: reason ?? "no reason known" }];
    const held = tags.filter(({ state }) => state === "held");
    if (held.length === 0)
        return [];
    const lines = held.map(({ tag, why }) => `${tag} held: ${why ?? reason ?? "no reason known"}`);
    return [{ level: "warning", title: `${service}: tags held`, message: lines.join("\n") }];
}
function ofProblem({ code, message, why, fix, at }, level) {
    return {
        level,
        title: code,
        message: [message, why, fix && `fix: ${fix}`].filter(Boolean).join("\n"),
        ...(at && { file: at.file }),
        ...(at?.line !== undefined && { line: at.line }),
        ...(at?.column !== undefined && { column: at.column }),
    };
}
function shownAnnotations(all) {
    return ["error", "warning", "notice"].flatMap((level) => {
        const mine = all.filter((one) => one.level === level).map((one) => ({ ...one, message: cut(one.message) }));
        if (mine.length <= shown)
            return mine;
        const more = mine.length - shown + 1;
        return [
            ...mine.slice(0, shown - 1),
            { level, title: `${more} more`, message: "They are in the log of this step." },
        ];
    });
}
const cut = (text) => (text.length <= maxMessage ? text : `${text.slice(0, maxMessage - 1)}…`);

;






async function withoutCommands(work) {
    const token = (0,external_node_crypto_.randomUUID)();
    console.log(`::stop-commands::${token}`);
    try {
        return await work();
    }
    finally {
        console.log(`::${token}::`);
    }
}
function logProgress(now) {
    const elapsed = (0,progress_line .s)(now);
    return (event) => {
        const ms = elapsed(event);
        if (event.state === "done" || event.state === "failed")
            console.log((0,progress_line .o)(event, ms));
    };
}
function logLines(text) {
    for (const line of text.split("\n"))
        console.log((0,harmless .I)(line).trimEnd());
}
const write = { error: core .z3, warning: core .$e, notice: core .lm };
function annotate(annotations) {
    for (const { level, title, message, file, line, column } of shownAnnotations(annotations))
        write[level](message, {
            title,
            ...(file !== undefined && { file }),
            ...(line !== undefined && { startLine: line }),
            ...(column !== undefined && { startColumn: column }),
        });
}
async function annotateError(error) {
    if (!(error instanceof errors .yo)) {
        const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
        core .Yz(stack ?? "");
        core .z3(`${message}\nThis is a fault in the action itself; a run with debug logging shows where.`);
        return;
    }
    await withoutCommands(async () => logLines(error.problems.map(errors .Vw).join("\n")));
    annotate(error.problems.map((problem) => ofProblem(problem, "error")));
}



  }),

  3142:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $i: () => (  loginState),
    E8: () => (  logIn),
    je: () => (  logOut)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
  var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7264);
  var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6008);
  var _show_exec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2534);






const loginState = { folder: "docker-config", host: "login-host" };
async function logIn(options) {
    const { registryUsername: username, registryPassword: password, registry } = options;
    if (username === undefined && password === undefined)
        return undefined;
    if (username === undefined || password === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__  .yo({
            code: "options/login",
            message: `${username === undefined ? "registry-username" : "registry-password"} is missing or blank`,
            why: "a login takes both; a secret is blank where the workflow may not read it, as on a pull request from a fork",
            fix: "set both, or neither",
        });
    const host = registryHost(registry);
    const folder = await ownDockerConfig();
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__  .LZ)(loginState.folder, folder);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_3__  .LZ)(loginState.host, host);
    process.env.DOCKER_CONFIG = folder;
    const { exitCode, stderr } = await (0,_show_exec_js__WEBPACK_IMPORTED_MODULE_5__  .e)(["docker", "login", `--username=${username}`, "--password-stdin", host], {
        input: password,
    });
    if (exitCode !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__  .yo({
            code: "login/refused",
            message: `${host} refuses the login of ${username}`,
            why: stderr.trim().split("\n").at(-1) ?? "",
            fix: "check registry-username and registry-password; on ghcr.io the job needs `permissions: packages: write`",
        });
    return folder;
}
function registryHost(registry) {
    const host = (registry ?? "docker.io").split("/")[0] ?? "";
    if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/i.test(host) && !/^\[[0-9a-f:]+\](:\d+)?$/i.test(host))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__  .yo({ code: "options/value", message: `registry "${registry}" is no host name` });
    return host;
}
async function ownDockerConfig() {
    const usual = process.env.DOCKER_CONFIG || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), ".docker");
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "lucid-docker-"));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(folder, 0o700);
    const ignore = () => undefined;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(usual, "config.json"), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "config.json")).then(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "config.json"), 0o600), ignore);
    for (const name of ["cli-plugins", "contexts"])
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(usual, name), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)).catch(ignore);
    process.env.BUILDX_CONFIG ||= (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(usual, "buildx");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(process.env.BUILDX_CONFIG, { recursive: true }).catch(ignore);
    return folder;
}
async function logOut(folder, host) {
    if (host !== "")
        await (0,_show_exec_js__WEBPACK_IMPORTED_MODULE_5__  .e)(["docker", "--config", folder, "logout", host]).catch(() => undefined);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
}


  }),

  237:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    setupPost: () => (  setupPost)
  });
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
  var _builder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7084);
  var _console_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5637);
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

  2534:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    e: () => (  run),
    v: () => (  quietDocker)
  });
  var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1260);

function run(argv, options = {}) {
    return execute(argv, options, "shown");
}
const quietDocker = (args, options = {}) => execute(["docker", ...args], options, "quiet");
function execute([file, ...args], { input, cwd, env }, output) {
    return (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__  .H)(file, args, {
        ignoreReturnCode: true,
        silent: output === "quiet",
        ...(cwd !== undefined && { cwd }),
        ...(env !== undefined && { env: { ...process.env, ...env } }),
        ...(input !== undefined && { input: Buffer.from(input) }),
    });
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
