export const id = 302;
export const ids = [302];
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
    const ended = await (0,_show_exec_js__WEBPACK_IMPORTED_MODULE_3__  .e)(["docker", "buildx", "rm", "--force", "--", name]).catch(() => undefined);
    if (ended?.exitCode === 0)
        return `builder ${name} removed`;
    return ended?.stderr.includes(`no builder "${name}" found`) ? undefined : `builder ${name} could not be removed`;
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

  6302:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    setup: () => (  setup)
  });
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7264);
  var _docker_engine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7048);
  var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6008);
  var _interface_exit_code_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(641);
  var _interface_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8625);
  var _builder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7084);
  var _console_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2882);
  var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6814);
  var _login_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3142);
  var _show_exec_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2534);










async function setup() {
    try {
        const options = (0,_interface_values_js__WEBPACK_IMPORTED_MODULE_4__  .A)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_7__  .K)("setup"), { env: process.env, cwd: process.cwd() });
        const { created, builder, emulated, dockerConfig } = await (0,_console_js__WEBPACK_IMPORTED_MODULE_6__  .Df)(() => prepare(options));
        if (created !== undefined)
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .dN)("BUILDX_BUILDER", created);
        if (dockerConfig !== undefined) {
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .dN)("DOCKER_CONFIG", dockerConfig);
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .dN)("BUILDX_CONFIG", process.env.BUILDX_CONFIG ?? "");
        }
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .uH)("builder", builder);
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .uH)("emulated", emulated.join(","));
    }
    catch (error) {
        await (0,_console_js__WEBPACK_IMPORTED_MODULE_6__  .TF)(error);
        process.exitCode = (0,_interface_exit_code_js__WEBPACK_IMPORTED_MODULE_3__  .LL)(error);
    }
}
async function prepare(options) {
    const dockerConfig = await (0,_login_js__WEBPACK_IMPORTED_MODULE_8__  .E8)(options);
    const before = await (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_1__  .P7)(_show_exec_js__WEBPACK_IMPORTED_MODULE_9__  .v);
    console.log(inWords(before));
    const problems = (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_1__  .p7)(before, { build: true, smoke: true });
    const unfit = problems.filter(({ code }) => mendable.has(code));
    if (problems.length > unfit.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__  .yo(problems);
    const foreign = options.platforms.filter((platform) => !(0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_1__  .Q2)(before.builder?.platforms ?? [], platform));
    const emulated = options.emulate ? foreign : [];
    if (emulated.length > 0)
        await (0,_builder_js__WEBPACK_IMPORTED_MODULE_5__  .m7)(emulated, options);
    const created = await (0,_builder_js__WEBPACK_IMPORTED_MODULE_5__  .Ij)(unfit[0], options);
    const builder = created === undefined ? {} : { builder: created };
    const after = await (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_1__  .Wp)(_show_exec_js__WEBPACK_IMPORTED_MODULE_9__  .v, { build: true, smoke: true, platforms: options.platforms }, builder);
    return { created, builder: created ?? after.builder?.name ?? "", emulated, dockerConfig };
}
const mendable = new Set(["engine/image-store", "engine/builder"]);
function inWords({ server, buildx, compose, builder }) {
    const parts = [
        `Docker ${server ?? "does not answer"}`,
        `buildx ${buildx ?? "missing"}`,
        `Compose ${compose ?? "missing"}`,
        builder && `builder ${builder.name} (${builder.driver}) for ${builder.platforms.join(", ")}`,
    ];
    return parts.filter(Boolean).join(", ");
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


  })

};
