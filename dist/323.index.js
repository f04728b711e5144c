export const id = 323;
export const ids = [323];
export const modules = {

  3237:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    BJ: () => (  ofProblem),
    Ih: () => (  annotationsOf),
    qw: () => (  shownAnnotations)
  });
const shown = 10;
const maxMessage = 4096;
function annotationsOf({ plan, lint, build, smoke, publish }) {
    const policies = new Map(plan?.services.map(({ name, policy }) => [name, policy]));
    return [
        ...(lint?.findings ?? []).map((finding) => ofProblem(finding, levels[finding.severity])),
        ...(build === undefined ? (plan?.images ?? []) : []).flatMap(ofPlanned),
        ...(build?.images ?? []).flatMap(ofBuilt),
        ...(build?.images ?? []).flatMap((image) => ofChecks(image, levelOf(policies.get(image.service)?.verify))),
        ...(smoke?.services ?? []).flatMap((one) => ofSmoked(one, levelOf(policies.get(one.service)?.smoke))),
        ...(publish?.services ?? []).flatMap(ofPublished),
    ];
}
const levelOf = (policy) => (policy === "advisory" ? "warning" : "error");
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
function ofChecks({ service, platform, checks }, level) {
    const failed = checks.filter(({ ok }) => !ok);
    if (failed.length === 0)
        return [];
    const message = failed.map(({ name, expected, actual }) => `${name}: ${actual}, not ${expected}`).join("\n");
    return [{ level, title: `${service} (${platform}) is not as it should be`, message }];
}
function ofSmoked({ service, verdict, failure, reason }, level) {
    if (verdict === "healthy" || verdict === "skipped")
        return [];
    const message = [failure?.guess ?? reason ?? "no reason known", ...(failure?.log ?? [])].join("\n");
    return [{ level, title: `${service} is ${verdict}`, message }];
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


  }),

  2882:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Df: () => (  withoutCommands),
    OG: () => (  logLines),
    TF: () => (  annotateError),
    fz: () => (  annotate),
    sc: () => (  logProgress)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7264);
  var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6008);
  var _harmless_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2812);
  var _interface_progress_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5631);
  var _annotations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3237);






async function withoutCommands(work) {
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    console.log(`::stop-commands::${token}`);
    try {
        return await work();
    }
    finally {
        console.log(`::${token}::`);
    }
}
function logProgress(now) {
    const elapsed = (0,_interface_progress_line_js__WEBPACK_IMPORTED_MODULE_4__  .s)(now);
    return (event) => {
        const ms = elapsed(event);
        if (event.state === "done" || event.state === "failed")
            console.log((0,_interface_progress_line_js__WEBPACK_IMPORTED_MODULE_4__  .o)(event, ms));
    };
}
function logLines(text) {
    for (const line of (0,_harmless_js__WEBPACK_IMPORTED_MODULE_5__  .v)(text))
        console.log(line);
}
const write = { error: _actions_core__WEBPACK_IMPORTED_MODULE_1__  .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_1__  .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_1__  .lm };
function annotate(annotations) {
    for (const { level, title, message, file, line, column } of (0,_annotations_js__WEBPACK_IMPORTED_MODULE_3__  .qw)(annotations))
        write[level](message, {
            title,
            ...(file !== undefined && { file }),
            ...(line !== undefined && { startLine: line }),
            ...(column !== undefined && { startColumn: column }),
        });
}
async function annotateError(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__  .yo)) {
        const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
        _actions_core__WEBPACK_IMPORTED_MODULE_1__  .Yz(stack ?? "");
        _actions_core__WEBPACK_IMPORTED_MODULE_1__  .z3(`${message}\nThis is a fault in the action itself; a run with debug logging shows where.`);
        return;
    }
    await withoutCommands(async () => logLines(error.problems.map(_errors_js__WEBPACK_IMPORTED_MODULE_2__  .Vw).join("\n")));
    annotate(error.problems.map((problem) => (0,_annotations_js__WEBPACK_IMPORTED_MODULE_3__  .BJ)(problem, "error")));
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
  var _docker_engine_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7048);
  var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6008);
  var _show_exec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2534);







const loginState = { folder: "docker-config", host: "login-host" };
async function logIn(options) {
    const { registryUsername: username, registryPassword: password, registry } = options;
    if (username === undefined && password === undefined)
        return undefined;
    if (username === undefined || password === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__  .yo({
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
    const { exitCode, stderr } = await (0,_show_exec_js__WEBPACK_IMPORTED_MODULE_6__  .e)(["docker", "login", `--username=${username}`, "--password-stdin", host], {
        input: password,
    }).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__  .yo((0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_4__  .p7)({ containerdStore: false }, {}), { cause });
    });
    if (exitCode !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__  .yo({
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__  .yo({ code: "options/value", message: `registry "${registry}" is no host name` });
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
        await (0,_show_exec_js__WEBPACK_IMPORTED_MODULE_6__  .e)(["docker", "--config", folder, "logout", host]).catch(() => undefined);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true }).then(() => "credentials deleted", () => `credentials could not be deleted: ${folder}`);
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

  7048:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    EV: () => (  requireCompose),
    P7: () => (  inspectEngine),
    Q2: () => (  canRun),
    Wp: () => (  requireEngine),
    p7: () => (  engineProblems)
  });
  var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
  var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6008);


const oldest = { server: "26.0.0", buildx: "0.13.0", compose: "2.20.0" };
async function inspectEngine(docker, options = {}) {
    const { builder, signal } = options;
    const run = async (args) => docker(args, signal === undefined ? {} : { signal }).catch(() => undefined);
    const [info, inspected] = await Promise.all([
        run(["info", "--format", "{{json .}}"]),
        run(["buildx", "inspect", ...(builder === undefined ? [] : ["--", builder])]),
    ]);
    signal?.throwIfAborted();
    if (info === undefined)
        return { containerdStore: false };
    const found = inspected === undefined ? undefined : readBuilder(inspected);
    return { ...readInfo(info.stdout, info.stderr), ...(found !== undefined && { builder: found }) };
}
function readInfo(stdout, stderr) {
    let json;
    try {
        json = JSON.parse(stdout);
    }
    catch {
        json = {};
    }
    const plugin = (name) => json.ClientInfo?.Plugins?.find((one) => one.Name === name)?.Version;
    const server = json.ServerVersion || undefined;
    const client = json.ClientInfo?.Version || undefined;
    const unreachable = json.ServerErrors?.join("; ") || stderr.trim() || "no daemon answers";
    const architecture = architectures[json.Architecture ?? ""] ?? json.Architecture;
    return {
        ...(client !== undefined && { client }),
        ...(server !== undefined ? { server } : { unreachable }),
        ...(server !== undefined && architecture !== undefined && { native: `${json.OSType ?? "linux"}/${architecture}` }),
        ...optional("buildx", plugin("buildx")),
        ...optional("compose", plugin("compose")),
        containerdStore: (json.DriverStatus ?? []).some(([, value]) => value === "io.containerd.snapshotter.v1"),
    };
}
const architectures = { x86_64: "amd64", aarch64: "arm64", armv7l: "arm/v7" };
function optional(key, value) {
    return (value === undefined || value === "" ? {} : { [key]: value });
}
function readBuilder({ exitCode, stdout, stderr }) {
    const field = (name) => {
        const value = new RegExp(`^${name}:[ \\t]*(\\S.*)$`, "m").exec(stdout)?.[1];
        return value?.trim();
    };
    const name = field("Name");
    const error = field("Error") ?? (exitCode === 0 ? undefined : stderr.trim());
    if (name === undefined)
        return error === undefined ? undefined : { name: "", driver: "", platforms: [], error };
    const platforms = [...stdout.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([, list = ""]) => list.split(",").map((one) => one.trim().replace(/\*$/, "")));
    return {
        name,
        driver: field("Driver") ?? "",
        platforms: [...new Set(platforms)],
        ...(error !== undefined && { error }),
    };
}
function canRun(platforms, wanted) {
    const plain = (platform) => platform.replace(/\/arm64\/v8$/, "/arm64").replace(/\/arm$/, "/arm/v7");
    return platforms.some((platform) => plain(platform) === plain(wanted));
}
async function requireEngine(docker, needs, options = {}) {
    const engine = await inspectEngine(docker, options);
    const problems = engineProblems(engine, needs);
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__  .yo(problems);
    return engine;
}
function requireCompose(docker, signal) {
    return requireEngine(docker, { smoke: true }, signal === undefined ? {} : { signal });
}
function engineProblems(engine, needs) {
    if (engine.client === undefined && engine.server === undefined && engine.unreachable === undefined)
        return [
            {
                code: "engine/missing",
                message: "there is no docker command",
                fix: "install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH",
            },
        ];
    const problems = [];
    if (engine.server === undefined)
        problems.push({
            code: "engine/not-running",
            message: "no Docker daemon answers",
            ...(engine.unreachable !== undefined && { why: engine.unreachable }),
            fix: "start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied",
        });
    else
        problems.push(...tooOld("Docker Engine", engine.server, oldest.server, "engine/too-old"));
    if (needs.build)
        problems.push(...buildProblems(engine));
    if (needs.smoke)
        problems.push(...plugin("Docker Compose", "docker-compose-plugin", engine.compose, oldest.compose, "compose"));
    if (problems.length === 0)
        problems.push(...platformProblems(engine, needs.platforms ?? []));
    return problems;
}
function buildProblems(engine) {
    const problems = [...plugin("buildx", "docker-buildx-plugin", engine.buildx, oldest.buildx, "buildx")];
    const { builder } = engine;
    if (engine.server === undefined || engine.buildx === undefined || builder === undefined)
        return problems;
    if (builder.error !== undefined)
        problems.push({
            code: "engine/builder",
            message: `the builder ${builder.name || "that was named"} is of no use`,
            why: builder.error,
            fix: "see `docker buildx ls`; `docker buildx use default` goes back to Docker's own",
        });
    else if (builder.driver === "docker" && !engine.containerdStore)
        problems.push({
            code: "engine/image-store",
            message: "this Docker Engine keeps images in its old store, which cannot push reproducible images",
            why: "annotations and rewritten timestamps need containerd's image store, or a builder of its own",
            fix: 'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`',
        });
    return problems;
}
function platformProblems({ builder, native }, wanted) {
    const platforms = builder?.platforms.length ? builder.platforms : native === undefined ? [] : [native];
    return wanted
        .filter((platform) => !canRun(platforms, platform))
        .map((platform) => ({
        code: "engine/platform",
        message: `nothing here runs ${platform}`,
        why: `${builder?.name ? `the builder ${builder.name}` : "the engine"} runs ${platforms.join(", ") || "nothing"}`,
        fix: `take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${platform.split("/")[1] ?? "arm64"}\`, or the package qemu-user-static`,
    }));
}
function plugin(name, pack, version, least, code) {
    if (version === undefined)
        return [
            { code: `engine/${code}-missing`, message: `${name} is not installed`, fix: `install the package ${pack}` },
        ];
    return tooOld(name, version, least, `engine/${code}-too-old`);
}
function tooOld(name, version, least, code) {
    const read = semver__WEBPACK_IMPORTED_MODULE_0__.coerce(version);
    if (read === null || semver__WEBPACK_IMPORTED_MODULE_0__.gte(read, least))
        return [];
    return [{ code, message: `${name} ${version} is too old`, fix: `install ${name} ${least} or newer` }];
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
