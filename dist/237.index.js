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
    const done = await (0,_console_js__WEBPACK_IMPORTED_MODULE_2__  .Df)(async () => [
        builder === "" ? undefined : await (0,_builder_js__WEBPACK_IMPORTED_MODULE_1__  .iq)(builder),
        folder === "" ? undefined : await (0,_login_js__WEBPACK_IMPORTED_MODULE_3__  .je)(folder, (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Gu)(_login_js__WEBPACK_IMPORTED_MODULE_3__  .$i.host)),
    ]);
    const told = done.filter((words) => words !== undefined);
    console.log(told.length > 0 ? told.join(", ") : "nothing to take back");
}


  })

};
