export const id=302
export const ids=[302]
export const modules={7084:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Ij:()=>createBuilder,iq:()=>removeBuilder,m7:()=>emulate,xm:()=>builderState})
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7598)
var _actions_core__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(7264)
var _errors_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(6008)
var _show_exec_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(2534)
const builderState="builder"
async function createBuilder(unfit,options){if(options.driver==="auto"&&unfit===undefined)return undefined
if(unfit!==undefined)console.log(`${unfit.message}: a builder is made for this job`)
const driver=options.driver==="auto"?"docker-container":options.driver
const name=`lucid-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}`;(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.LZ)(builderState,name)
const{exitCode:exitCode,stderr:stderr}=await(0,_show_exec_js__WEBPACK_IMPORTED_MODULE_3__.e)(["docker","buildx","create",`--name=${name}`,`--driver=${driver}`,...options.driverOpts.map(option=>`--driver-opt=${option}`),"--bootstrap",...options.endpoint===undefined?[]:["--",options.endpoint]])
if(exitCode!==0)throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.yo({code:"engine/builder",message:`a builder with the ${driver} driver cannot be created`,why:stderr.trim().split("\n").at(-1)??"",fix:"check driver, driver-opts and endpoint"})
process.env.BUILDX_BUILDER=name
return name}async function removeBuilder(name){const ended=await(0,_show_exec_js__WEBPACK_IMPORTED_MODULE_3__.e)(["docker","buildx","rm","--force","--",name]).catch(()=>undefined)
if(ended?.exitCode===0)return`builder ${name} removed`
return ended?.stderr.includes(`no builder "${name}" found`)?undefined:`builder ${name} could not be removed`}async function emulate(platforms,options){const architectures=platforms.map(platform=>platform.split("/")[1]??platform)
const{exitCode:exitCode,stderr:stderr}=await(0,_show_exec_js__WEBPACK_IMPORTED_MODULE_3__.e)(["docker","run","--privileged","--rm","--",options.binfmtImage,"--install",[...new Set(architectures)].join(",")])
if(exitCode!==0)throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.yo({code:"engine/emulation",message:`QEMU for ${platforms.join(", ")} cannot be registered`,why:stderr.trim().split("\n").at(-1)??"",fix:"run on a machine of that architecture (ubuntu-24.04-arm), name another binfmt-image, or install qemu-user-static on the runner"})}},6814:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{K:()=>readInputs})
var _actions_core__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7264)
var _interface_options_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(669)
const secrets=new Set(["github-token","registry-password"])
function readInputs(stage){return Object.fromEntries((0,_interface_options_js__WEBPACK_IMPORTED_MODULE_1__.cz)(stage,"action").map(({name:name})=>{const variable=`INPUT_${name.toUpperCase()}`
if(process.env[variable]===undefined)return[name,undefined]
const value=(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.V4)(name)
if(value!==""&&secrets.has(name)){(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.Pq)(value)
delete process.env[variable]}return[name,value]}))}},6302:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{setup:()=>setup})
var _actions_core__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7264)
var _docker_engine_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(7048)
var _errors_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(6008)
var _interface_exit_code_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(641)
var _interface_values_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(8791)
var _builder_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(7084)
var _console_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(2882)
var _inputs_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(6814)
var _login_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(3142)
var _show_exec_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__(2534)
async function setup(){try{const options=(0,_interface_values_js__WEBPACK_IMPORTED_MODULE_4__.A)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_7__.K)("setup"),{env:process.env,cwd:process.cwd()})
const{created:created,builder:builder,emulated:emulated,dockerConfig:dockerConfig}=await(0,_console_js__WEBPACK_IMPORTED_MODULE_6__.Df)(()=>prepare(options))
if(created!==undefined)(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.dN)("BUILDX_BUILDER",created)
if(dockerConfig!==undefined){(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.dN)("DOCKER_CONFIG",dockerConfig);(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.dN)("BUILDX_CONFIG",process.env.BUILDX_CONFIG??"")}(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.uH)("builder",builder);(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.uH)("emulated",emulated.join(","))}catch(error){await(0,_console_js__WEBPACK_IMPORTED_MODULE_6__.TF)(error)
process.exitCode=(0,_interface_exit_code_js__WEBPACK_IMPORTED_MODULE_3__.LL)(error)}}async function prepare(options){const dockerConfig=await(0,_login_js__WEBPACK_IMPORTED_MODULE_8__.E8)(options)
const before=await(0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_1__.P7)(_show_exec_js__WEBPACK_IMPORTED_MODULE_9__.v)
console.log(inWords(before))
const problems=(0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_1__.p7)(before,{build:true,smoke:true})
const unfit=problems.filter(({code:code})=>mendable.has(code))
if(problems.length>unfit.length)throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.yo(problems)
const foreign=options.platforms.filter(platform=>!(0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_1__.Q2)(before.builder?.platforms??[],platform))
const emulated=options.emulate?foreign:[]
if(emulated.length>0)await(0,_builder_js__WEBPACK_IMPORTED_MODULE_5__.m7)(emulated,options)
const created=await(0,_builder_js__WEBPACK_IMPORTED_MODULE_5__.Ij)(unfit[0],options)
const builder=created===undefined?{}:{builder:created}
const after=await(0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_1__.Wp)(_show_exec_js__WEBPACK_IMPORTED_MODULE_9__.v,{build:true,smoke:true,platforms:options.platforms},builder)
return{created:created,builder:created??after.builder?.name??"",emulated:emulated,dockerConfig:dockerConfig}}const mendable=new Set(["engine/image-store","engine/builder"])
function inWords({server:server,buildx:buildx,compose:compose,builder:builder}){const parts=[`Docker ${server??"does not answer"}`,`buildx ${buildx??"missing"}`,`Compose ${compose??"missing"}`,builder&&`builder ${builder.name} (${builder.driver}) for ${builder.platforms.join(", ")}`]
return parts.filter(Boolean).join(", ")}}}
