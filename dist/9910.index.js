export const id=9910
export const ids=[9910]
export const modules={47624:((e,n,t)=>{t.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var r=t(73024)
var o=t(51455)
var i=t(76760)
var s=t(45364)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}var a=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,o
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)o=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(o)r=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var c=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
function straightToPlugins(e){const n=dockerWith(e)
return async(t,r)=>{const[o=""]=t
const i=await findPlugin(o,{...process.env,...r?.env})
if(i===undefined)return n(t,r)
return e([i,...t],{...r,env:{...r?.env,...l}})}}const l={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(i.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const r=i.join((0,s.vg)(n),"cli-plugins")
return firstOf([r,...await extraFolders(n),...u],`docker-${e}`)}const u=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=i.join(t,n)
const s=t!==""&&await(0,o.access)(e,r.constants.X_OK).then(...d)
if(s)return e}return undefined}const d=[()=>true,()=>false]
async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const t=a(n,await(0,o.open)(e),true)
const{buffer:r}=await t.read(Buffer.alloc(2),0,2,0)
return r.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=c(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,s.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,r){const o=await findPlugin(n,t)
if(o===undefined)return undefined
try{const{stdout:n}=await e([o,"docker-cli-plugin-metadata"],{signal:r})
const{Version:t}=JSON.parse(n)
return typeof t==="string"&&t!==""?t:undefined}catch{return undefined}}}),14826:((e,n,t)=>{t.d(n,{q:()=>conclusion,f:()=>problemText})
var r=t(56008)
var o=t(42812)
var i=t(15005)
var s=t(4754)
var a=t(96464)
var c=t(50478)
var l=t(36233)
var u=t(70421)
var d=t(15443)
var f=t(99643)
var p=t(90070)
const m={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},n){const t=Math.max(...e.map(({id:e})=>e.length))
const r=e.flatMap(({id:e,state:r,found:i,why:s,fix:a})=>{const[c,l]=m[r]
const u=[s,a&&`fix: ${a}`].filter(e=>e!==undefined)
return[`${n(c,l)} ${e.padEnd(t)}  ${(0,o.Is)(i)}`,...u.map(e=>`${" ".repeat(t+4)}${(0,o.Is)(e??"")}`)]})
return[...r,"",lastWord(e)].join("\n")}function lastWord(e){const n=e.filter(({state:e})=>e==="failed").length
const t=e.filter(({state:e})=>e==="warning").length
if(n>0)return`${n} to mend${t>0?`, ${t} to look at`:""}`
return t>0?`ready, ${t} to look at`:"ready"}var h=t(34514)
var g=t(9179)
const $={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,n){const{findings:t,fixed:r}=e
const i=Map.groupBy(t,({at:e})=>e?.file??"")
const s={place:Math.max(0,...t.map(e=>placeOf(e).length)),rule:Math.max(0,...t.map(({code:e})=>e.length))}
return[...r===undefined?[]:[fixedText(r,n),""],...[...i].flatMap(([e,t])=>[n("bold",(0,o.Is)(e)),...t.map(e=>row(e,s,n)),""]),...(0,h.TC)(e).map(e=>n("dim",(0,o.Is)(e))),(0,h.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,n,t){const{severity:r,message:i,code:s,fix:a}=e
const c=placeOf(e).padStart(n.place)
const l=`  ${c}  ${t($[r],r.padEnd(7))}  ${t("dim",s.padEnd(n.rule))}  `
const u=" ".repeat(n.place+n.rule+15)
return`${l}${(0,o.Is)(i)}${a===undefined?"":`\n${u}fix: ${(0,o.Is)(a)}`}`}function fixedText({findings:e,written:n,files:t},r){if(t.length===0)return"nothing to mend"
const o=t.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,r))
const i=n?"mended":"would be mended"
return[...o,"",`${(0,g.LS)(e,"finding")} ${i} in ${(0,g.LS)(t.length,"file")}`].join("\n")}function coloured(e,n){const t=(0,o.Is)(e)
if(/^(?:---|\+\+\+) /.test(e))return n("bold",t)
if(e.startsWith("+"))return n("green",t)
return e.startsWith("-")?n("red",t):t}function initText(e,n){const{files:t,services:r,externals:i,left:s,check:a}=e
const c=Math.max(...r.map(({name:e})=>e.length))
const l=r.filter(({planned:e})=>!e)
const u=r.length-l.length
const d=r.map(({name:e,context:t,ports:r,health:i,needs:s,planned:a})=>{if(a)return`  ${e.padEnd(c)}  ${n("dim","planned: its Dockerfile is not there yet")}`
const l=[t,r.length>0&&`port ${r.join(", ")}`,i,s.length>0&&`needs ${s.join(", ")}`]
return`  ${e.padEnd(c)}  ${(0,o.Is)(l.filter(Boolean).join("  "))}`})
const f=t.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...t.flatMap(({path:e,state:t,text:r})=>t==="shown"?[n("bold",`# ${e}`),r??""]:[t==="written"?`${n("green","\u2713")} ${e} written`:`${n("yellow","-")} ${e} was there, and is left as it is`]),"",n("bold",`${l.length} image${l.length===1?"":"s"} to build${u>0?`, ${u} planned`:""}${i.length>0?`; ${i.join(", ")} beside them`:""}`),...d,...s.length>0?["",n("bold","Left out"),...s.map(({file:e,why:n})=>`  ${(0,o.Is)(e)}: ${(0,o.Is)(n)}`)]:[],...a.length>0?["",n("bold","To check"),...a.map(e=>`  ${n("yellow","?")} ${(0,o.Is)(e)}`)]:[],"",`What is guessed says so in ${f}. Next: ${n("bold","lucid doctor")}, ${n("bold","lucid lint")}, ${n("bold","lucid plan")}.`].join("\n")}function conclusion(e,n,t){const{plan:r,lint:o,verify:s,report:a,smoke:l,verifyHost:u,init:d,doctor:f}=e
const p=[d&&initText(d,n),f&&doctorText(f,n),o&&findingTable(o,n),u&&(0,c.g)(u).map(e=>marked(e,n)).join("\n"),l&&tried(l,n),r&&conclusion_table({...e,plan:r},n,t),r&&checksText({...e,plan:r},n),s&&(0,i.p)(s),a&&files(a.files)]
return p.filter(e=>e!==undefined).join("\n\n")}function conclusion_table(e,n,t){const r=(0,u.h)(e)
const o=(0,p.ed)(r,t,(0,d.rz)(e)?"plan":"run").split("\n")
const[i="",...c]=o
const f=c.map(e=>e.replaceAll("\u2713",n("green","\u2713")).replaceAll("\u2717",n("red","\u2717")))
const{estimate:m,inputs:h=[]}=e.plan
return[...h.flatMap(e=>[(0,l.l)(e,e=>n("bold",e)),""]),...r.length>0?[n("bold",i),...f,""]:[],(0,a.Pl)(e,r),...(0,d.rz)(e)&&m!==undefined&&r.length>0?[(0,s.a)(m)]:[]].join("\n")}const marked=(e,n)=>e.replace("\u2713",n("green","\u2713")).replace("\u2717",n("red","\u2717"))
function tried(e,n){const t=(0,f.zv)(e).map(e=>marked(e,n))
return t.length===0?undefined:t.join("\n")}function checksText(e,n){const t=(0,i.T)(e).map(({level:e,text:t})=>{const r=e==="warning"?n("yellow","warning"):n("red","error")
return`${r} ${(0,o.Is)(t)}`})
return t.length===0?undefined:t.join("\n")}function files(e){return Object.entries(e).map(([e,n])=>`${e}: ${n}`).join("\n")}function problemText(e,n){return e.map(e=>`${n("red","error:")} ${(0,o.vL)((0,r.Vw)(e)).join("\n")}`).join("\n")}}),11280:((e,n,t)=>{t.d(n,{Y:()=>listenForInterrupt})
var r=t(40641)
function listenForInterrupt(e){const n=new AbortController
const t=["SIGINT","SIGTERM"]
const stop=()=>{if(n.signal.aborted)process.exit(r.NS.interrupted)
n.abort()
e("interrupted: cleaning up; once more to leave at once")}
for(const e of t)process.on(e,stop)
return{signal:n.signal,[Symbol.dispose]:()=>{for(const e of t)process.off(e,stop)}}}}),66056:((e,n,t)=>{t.d(n,{B:()=>makeWorld})
var r=t(47624)
var o=t(49588)
function makeWorld(e){return{...e,exec:o.m,docker:(0,r.OX)(o.m),env:process.env,cwd:process.cwd(),now:()=>performance.now()}}}),61567:((e,n,t)=>{t.d(n,{S:()=>runStage})
var r=t(51455)
var o=t(76760)
var i=t(56008)
var s=t(40641)
function problemFromHere(e,n){if(e.at===undefined||/^(document|options)\//.test(e.code))return e
return{...e,at:locationFromHere(e.at,n)}}function locationFromHere(e,n){return{...e,file:fileFromHere(e.file,n)}}function fileFromHere(e,n){const t=(0,o.isAbsolute)(e)||(0,o.normalize)(e)===(0,o.normalize)(n)
return t?e:(0,o.join)((0,o.dirname)(n),e)}function documentsFromHere(e,n){const{plan:t,lint:r,build:o}=e
return{...e,...r&&{lint:{...r,findings:r.findings.map(e=>problemFromHere(e,n))}},...t&&{plan:{...t,images:t.images.map(e=>e.decision.kind!=="blocked"?e:{...e,decision:{...e.decision,problems:e.decision.problems.map(e=>problemFromHere(e,n))}})}},...o&&{build:{...o,images:o.images.map(e=>e.error?.file===undefined?e:{...e,error:{...e.error,file:fileFromHere(e.error.file,n)}})}}}}async function runStage(e,n,t){const r=t.now()
const o=await start(e,n,t)
if(e==="bake"||n.print)return{document:o,documents:{},exitCode:s.NS.fine}
const i={...e==="run"?o:await documentsOf(e,n,o),...e!=="report"&&{durationMs:t.now()-r}}
const a=e==="run"?{kind:"lucid.run",version:1,...o}:e==="report"?i.report:o
const c=documentsFromHere(i,n.catalog)
return{document:a,documents:c,exitCode:exitCodeFor(e,n,i)}}async function start(e,n,r){const{stages:o}=await Promise.all([t.e(2088),t.e(9010)]).then(t.bind(t,76629))
try{if(e==="bake")return await o.build({...n,force:true,print:true},r)
return await o[e](n,r)}catch(e){if(!(e instanceof i.yo))throw e
const t=e.problems.map(e=>problemFromHere(e,n.catalog))
throw new i.yo(t,{cause:e})}}async function documentsOf(e,n,t){if(e==="report")return t
if(e!=="verify-host")return{...await planOf(e,n),[e]:t}
const r=t
return{verifyHost:r,smoke:r.smoke}}async function planOf(e,{out:n}){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const t=await(0,r.readFile)((0,o.join)(n,"plan.json"),"utf8").catch(()=>undefined)
return t===undefined?{}:{plan:JSON.parse(t)}}function exitCodeFor(e,n,t){if(e==="report")return s.NS.fine
if(e!=="lint")return(0,s.FO)(t)
const r=["error","warning","note"]
const o=t.lint?.findings.some(({severity:e})=>r.indexOf(e)<=r.indexOf(n.failOn))
return o?s.NS.failed:s.NS.fine}}),50478:((e,n,t)=>{t.d(n,{L:()=>hostSummary,g:()=>hostLines})
var r=t(42812)
var o=t(51793)
var i=t(99643)
var s=t(9179)
function hostLines({host:e,images:n}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...n.map(e=>(0,r.Is)(line(e)))]}function hostSummary(e){const n=[...hostLines(e),"",...(0,i.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,o.p7)(e.host.name)}\n\n${n.join("\n")}\n`}function line({state:e,ref:n,here:t,published:r}){switch(e){case"present":return`\u2713 Present: ${n} ${about(t)}`
case"old":return`\u2717 Old: ${n} is ${about(t)}; published is ${about(r)}`
case"absent":return`\u2717 Absent: ${n}; published is ${about(r)}`
case"unpublished":return`- Not published: ${n}${t===undefined?"":`; here is ${about(t)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:n,revision:t,created:r}=e
const o=[t?.slice(0,12),r?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,s.VK)(n)}${o===""?"":` (${o})`}`}})}
