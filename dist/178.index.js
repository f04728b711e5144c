export const id=178
export const ids=[178]
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
if(exitCode!==0)throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.yo({code:"engine/emulation",message:`QEMU for ${platforms.join(", ")} cannot be registered`,why:stderr.trim().split("\n").at(-1)??"",fix:"run on a machine of that architecture (ubuntu-24.04-arm), name another binfmt-image, or install qemu-user-static on the runner"})}},237:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{setupPost:()=>setupPost})
var _actions_core__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7264)
var _builder_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(7084)
var _console_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(2882)
var _login_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(3142)
async function setupPost(){const folder=(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.Gu)(_login_js__WEBPACK_IMPORTED_MODULE_3__.$i.folder)
const builder=(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.Gu)(_builder_js__WEBPACK_IMPORTED_MODULE_1__.xm)
const done=await(0,_console_js__WEBPACK_IMPORTED_MODULE_2__.Df)(async()=>[builder===""?undefined:await(0,_builder_js__WEBPACK_IMPORTED_MODULE_1__.iq)(builder),folder===""?undefined:await(0,_login_js__WEBPACK_IMPORTED_MODULE_3__.je)(folder,(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.Gu)(_login_js__WEBPACK_IMPORTED_MODULE_3__.$i.host))])
const told=done.filter(words=>words!==undefined)
console.log(told.length>0?told.join(", "):"nothing to take back")}},5966:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{H:()=>failedChecks})
function failedChecks(checks){return checks.filter(({ok:ok,level:level})=>!ok&&level!=="warning")}},6008:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:file,line:line,column:column}){return[file,line,column].filter(part=>part!==undefined).join(":")}function formatProblem({at:at,message:message,why:why,fix:fix,code:code}){const where=at===undefined?"":`${formatLocation(at)}: `
const rest=[why,fix&&`fix: ${fix}`].filter(Boolean).map(line=>`\n    ${line}`)
return`${where}${message} [${code}]${rest.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(problems,options){const list=Array.isArray(problems)?problems:[problems]
super(list.map(formatProblem).join("\n"),options)
this.problems=list}}},2812:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const escapes=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const controls=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(text){return text.replace(escapes,"").replace(controls,found=>found.replace(/[^\t\n]/gu,""))}function harmless(text){return text.replace(escapes,"").replace(controls," ")}function harmlessLines(text){return text.split(/\r?\n/).map(line=>harmless(line).trimEnd())}},5631:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{mR:()=>stepLines,oz:()=>progressLine,sX:()=>stopwatch})
var _harmless_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2812)
var _report_words_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9179)
function progressLine({stage:stage,subject:subject,state:state,text:text},elapsedMs){const took=state==="started"||elapsedMs===undefined?"":` ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__.p0)(elapsedMs)}`
const parts=[stage.padEnd(7),(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(subject),`${state}${took}`,(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(text??"")]
return parts.join("  ").trimEnd()}function stopwatch(now){const starts=new Map
return({stage:stage,subject:subject,state:state})=>{const key=`${stage}\n${subject}`
const start=starts.get(key)
if(start===undefined)starts.set(key,now())
if(state==="done"||state==="failed")starts.delete(key)
return start===undefined?undefined:now()-start}}const indent="         "
function stepLines({steps:steps=[]},logs="failed"){return steps.flatMap(({text:text,state:state,log:log})=>{if(logs==="failed"&&(state==="cached"||text.startsWith("0.0s")))return[]
const shown=logs==="all"?log:state==="failed"?log.slice(-lastLines):[]
return[`${indent}${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(text)}`,...shown.map(line=>`${indent}  | ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(line)}`)]})}const lastLines=20},9179:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Ej:()=>size,LS:()=>plural,Pl:()=>headline,VK:()=>shortDigest,p0:()=>duration,p7:()=>markdownText})
function duration(ms){if(ms<999.5)return`${Math.round(ms)} ms`
if(ms<59950)return`${(ms/1e3).toFixed(1)} s`
const seconds=Math.round(ms/1e3)
return`${Math.floor(seconds/60)} min ${seconds%60} s`}function size(bytes){const units=["B","kB","MB","GB","TB"]
let value=bytes
let unit=0
while(value>=999.5&&unit<units.length-1){value/=1e3
unit+=1}return`${value>=100||unit===0?Math.round(value):value.toFixed(1)} ${units[unit]}`}function shortDigest(digest){return digest.replace(/^sha256:/,"").slice(0,12)}function plural(count,one,many=`${one}s`){return`${count} ${count===1?one:many}`}function headline(rows,durationMs){const smoked=rows.filter(({health:health})=>health==="healthy"||health==="unhealthy"||health==="unknown")
const healthy=smoked.filter(({health:health})=>health==="healthy").length
const count=(test,words)=>{const n=rows.filter(test).length
return n===0?[]:[`${n} ${words}`]}
const parts=[...rows.length===0?["nothing selected"]:[],...smoked.length>0?[`${healthy} of ${smoked.length} healthy`]:[],...count(({buildMs:buildMs})=>buildMs!==undefined,"built"),...count(({decision:decision,buildMs:buildMs,outcome:outcome})=>decision==="build"&&buildMs===undefined&&outcome==="planned","to build"),...count(({decision:decision})=>decision==="unchanged","unchanged"),...count(({outcome:outcome})=>outcome==="failed","failed"),...count(({outcome:outcome})=>outcome==="held","held"),...count(({outcome:outcome})=>outcome==="skipped","skipped"),...count(({outcome:outcome})=>outcome==="cancelled","cancelled"),...durationMs===undefined?[]:[duration(durationMs)]]
return parts.join(", ")}function markdownText(text){return text.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g," ").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/[\\`*_{}[\]|~]/g,"\\$&").replace(/:\/\//g,"&#58;//").replace(/\bwww\./gi,all=>`${all.slice(0,-1)}&#46;`).trim()}}}
