export const id=2835
export const ids=[2835]
export const modules={47624:((e,n,t)=>{t.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var i=t(73024)
var r=t(51455)
var s=t(76760)
var o=t(45364)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}var a=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var i,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
i=n[Symbol.asyncDispose]}if(i===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
i=n[Symbol.dispose]
if(t)r=i}if(typeof i!=="function")throw new TypeError("Object not disposable.")
if(r)i=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:i,async:t})}else if(t){e.stack.push({async:true})}return n}
var c=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,i=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&i===1)return i=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return i|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else i|=1}catch(e){fail(e)}}if(i===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var i=new Error(t)
return i.name="SuppressedError",i.error=e,i.suppressed=n,i})
function straightToPlugins(e){const n=dockerWith(e)
return async(t,i)=>{const[r=""]=t
const s=await findPlugin(r,{...process.env,...i?.env})
if(s===undefined)return n(t,i)
return e([s,...t],{...i,env:{...i?.env,...d}})}}const d={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(s.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const i=s.join((0,o.vg)(n),"cli-plugins")
return firstOf([i,...await extraFolders(n),...u],`docker-${e}`)}const u=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=s.join(t,n)
const o=t!==""&&await(0,r.access)(e,i.constants.X_OK).then(...l)
if(o)return e}return undefined}const l=[()=>true,()=>false]
async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const t=a(n,await(0,r.open)(e),true)
const{buffer:i}=await t.read(Buffer.alloc(2),0,2,0)
return i.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=c(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,o.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,i){const r=await findPlugin(n,t)
if(r===undefined)return undefined
try{const{stdout:n}=await e([r,"docker-cli-plugin-metadata"],{signal:i})
const{Version:t}=JSON.parse(n)
return typeof t==="string"&&t!==""?t:undefined}catch{return undefined}}}),5966:((e,n,t)=>{t.d(n,{H:()=>failedChecks})
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}}),50647:((e,n,t)=>{t.d(n,{u:()=>i})
const i={skipped:0,healthy:1,unknown:2,unhealthy:3}}),22117:((e,n,t)=>{t.d(n,{u:()=>withVerification})
function withVerification(e,{images:n}){const t=new Map(n.map(e=>[`${e.service} ${e.platform} ${e.digest}`,e]))
return{...e,images:e.images.map(e=>{const n=e.digest===undefined?undefined:t.get(`${e.service} ${e.platform} ${e.digest}`)
if(n===undefined)return e
const{checks:i,unchecked:r,packages:s}=n
return{...e,checks:i,unchecked:r,...s!==undefined&&{packages:s}}})}}}),42812:((e,n,t)=>{t.d(n,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const i=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const r=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(e){return e.replace(i,"").replace(r,e=>e.replace(/[^\t\n]/gu,""))}function harmless(e){return e.replace(i,"").replace(r," ")}function harmlessLines(e){return e.split(/\r?\n/).map(e=>harmless(e).trimEnd())}}),75284:((e,n,t)=>{t.d(n,{i:()=>during})
async function during(e,n,t){e({stage:n,state:"started"})
try{return await t()}finally{e({stage:n,state:"done"})}}}),15005:((e,n,t)=>{t.d(n,{T:()=>failedCheckLines,p:()=>verifyWords})
var i=t(5966)
var r=t(15443)
var s=t(9179)
function failedCheckLines(e){const n=new Set(e.plan.services.filter(({policy:e})=>e.verify==="advisory").map(({name:e})=>e))
const t=(0,r.QD)(e)
const s=t.flatMap(({service:e,platform:r,checks:s})=>{const o=t.filter(n=>n.service===e).length>1
const a=s.filter(({ok:e})=>!e)
const c=new Set(n.has(e)?[]:(0,i.H)(a))
return a.map(n=>({level:c.has(n)?"error":"warning",text:`${e}${o?` ${r}`:""} ${n.name}: ${n.actual}, not ${n.expected} [${n.id}]`}))})
return[...s].sort((e,n)=>e.level<n.level?-1:e.level>n.level?1:0)}function verifyWords({images:e,layers:n}){const t=e.flatMap(e=>e.checks)
const count=(e,n)=>e===0?[]:[`${e} ${n}`]
const r=(0,i.H)(t).length
const o=t.filter(({ok:e})=>!e).length
const a=[(0,s.LS)(t.length,"check"),...count(r,"failed"),...count(o-r,o-r===1?"warning":"warnings"),...count(e.reduce((e,{unchecked:n})=>e+n.length,0),"not looked at")]
return`${(0,s.LS)(e.length,"image")}: ${a.join(", ")}; ${(0,s.LS)(n.read,"layer")} of ${(0,s.Ej)(n.bytes)} read`}}),4754:((e,n,t)=>{t.d(n,{a:()=>estimateWords})
var i=t(9179)
const r={times:"by earlier build times",sizes:"by image sizes",guess:"by guess: no build times are known yet"}
function estimateWords({matrix:e,jobEach:n,by:t}){const s=n.jobs-e.jobs
const o=instead((0,i.LS)(e.jobs,"job"),e.jobs,n.jobs)
const a=instead(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(n.wallSeconds))
const c=instead((0,i.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,n.billedMinutes)
return`on GitHub ${o}${s>0?` (${s} saved)`:""}: ${a}, ${c}, ${r[t]}`}const instead=(e,n,t)=>n===t?e:`${e} instead of ${t}`
const minutes=e=>Math.ceil(e/60)}),34514:((e,n,t)=>{t.d(n,{Ph:()=>findingTotals,QQ:()=>findingList,TC:()=>findingRemarks,cB:()=>lintSummary})
var i=t(56008)
var r=t(51793)
var s=t(9179)
function findingTotals({findings:e,files:n,baseline:t}){const count=n=>e.filter(e=>e.severity===n).length
const i=t===undefined||t.old===0?"":`, ${t.old} known to the baseline`
return`${(0,s.LS)(n,"Dockerfile")}: ${(0,s.LS)(count("error"),"error")}, ${(0,s.LS)(count("warning"),"warning")}, ${(0,s.LS)(count("note"),"note")}${i}`}function findingRemarks({skipped:e=[],baseline:n}){const t=n?.gone??0
return[...e.map(({check:e,why:n})=>`not checked: ${e==="packages"?"":"BuildKit's own checks: "}${n}`),...t===0?[]:[`${(0,s.LS)(t,"finding")} of the baseline ${t===1?"is":"are"} gone: --update-baseline`]]}function findingList(e,n){const t=e.slice(0,n).map(({severity:e,code:n,message:t,at:s,fix:o})=>{const a=s===undefined?"":`${(0,r.ti)((0,i.j$)(s))} `
return`- ${e}: ${a}${(0,r.p7)(t)} (${n})${o?`. ${(0,r.p7)(o)}`:""}`})
const o=e.length-t.length
if(t.length===0)return""
return(0,r.AU)((0,s.LS)(e.length,"finding"),[...t,...o>0?[`- ${o} more`]:[]].join("\n"))}const o={error:"\u274c error",warning:"\u26a0\ufe0f warning",note:"note"}
const a=500
function lintSummary(e){const{findings:n}=e
const t=n.slice(0,a).map(({severity:e,code:n,message:t,at:s,fix:a})=>[o[e],s===undefined?"":(0,r.p7)((0,i.j$)(s)),`${(0,r.p7)(t)}${a===undefined?"":`<br>${(0,r.p7)(a)}`}`,n].join(" | "))
const s=n.length-t.length
return[`### ${n.some(({severity:e})=>e==="error")?"\u274c":"\u2705"} ${findingTotals(e)}`,...t.length===0?[]:[["| severity | where | what | rule |","| --- | --- | --- | --- |",...t.map(e=>`| ${e} |`)].join("\n")],...s>0?[`${s} more are in the log of this step.`]:[],...findingRemarks(e).map(e=>`- ${(0,r.p7)(e)}`)].join("\n\n")}}),96464:((e,n,t)=>{t.d(n,{Kg:()=>isGood,Pl:()=>headline,Wr:()=>healthOf})
var i=t(70421)
var r=t(15443)
var s=t(9179)
function headline(e,n){const count=(e,t)=>{const i=n.filter(e).length
return i===0?[]:[`${i} ${t}`]}
const t=[...n.length===0?["nothing selected"]:[],...healthWords(n),...count(({buildMs:e})=>e!==undefined,"built"),...count(({decision:e,buildMs:n,outcome:t})=>e==="build"&&n===undefined&&t==="planned","to build"),...count(({decision:e,kept:n})=>e==="unchanged"||n===true,"unchanged"),...count(({outcome:e})=>e==="failed","failed"),...count(({outcome:e})=>e==="held","held"),...count(({outcome:e})=>e==="skipped","skipped"),...count(({outcome:e})=>e==="cancelled","cancelled"),...count(({outcome:e})=>e==="not part of this release","not part of this release"),...count(({outcome:e})=>e==="unknown","unknown"),...e.durationMs===undefined?[]:[(0,s.p0)(e.durationMs)]]
const i=(0,r.rz)(e)?0:jobsSaved(e.plan)
return`${t.join(", ")}${i>0?`; ${(0,s.LS)(i,"job")} saved`:""}`}function isGood(e){return!e.some(({outcome:e})=>e==="failed"||e==="unknown"||e==="cancelled")}function healthOf(e){const n=e.filter(({health:e,passedBefore:n})=>e==="healthy"||n!==undefined).length
const t=e.filter(({health:e})=>e==="unhealthy"||e==="unknown").length
return{healthy:n,tried:n+t}}function healthWords(e){const{healthy:n,tried:t}=healthOf(e)
return t===0?[]:[`${n} of ${t} healthy`]}function jobsSaved({estimate:e}){return e===undefined?0:e.jobEach.jobs-e.matrix.jobs}const headlineOf=e=>headline(e,toRows(e))}),34493:((e,n,t)=>{t.d(n,{p:()=>holdText,x:()=>commitWords})
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function commitWords({revision:e,event:n}){const t=e.slice(0,12)
const i=n.kind==="pull_request"?n.headRevision:undefined
return i===undefined||i===e?t:`${t}, the merge of ${i.slice(0,12)}`}}),36233:((e,n,t)=>{t.d(n,{l:()=>inputsText})
var i=t(42812)
var r=t(9179)
function inputsText(e,n){const{service:t,platform:s,dockerfile:o}=e
const a=[n(`${t} (${s}), ${o}`),...e.wholeContext.map(({reason:e,line:n})=>`  all of the context counts: ${e}${at(n)}`),...e.files.flatMap(({instruction:e,line:n,context:t,paths:i})=>[`  ${e}${t===undefined?"":` (${t})`}${at(n)}: ${(0,r.LS)(i.length,"file")}`,...i.map(e=>`    ${e}`)]),...e.images.map(({ref:e,use:n,line:t,platform:i,pinned:r})=>{const s=r===undefined?"":` -> ${r}`
return`  ${n==="syntax"?"syntax":`${n} image`} ${e} for ${i}${at(t)}${s}`}),...pairs("image of this catalog",e.catalogImages),...pairs("context",e.contexts),...e.urls.map(({url:e,line:n,pinned:t})=>`  ADD ${e}${at(n)}${t?"":", which may change unseen"}`),...pairs("argument",e.args),...list("argument that does not count",e.volatileArgs),...list("secret",e.secrets),...list("ssh",e.ssh)]
return a.map(i.Is).join("\n")}const at=e=>e===undefined?"":` at line ${e}`
function pairs(e,n){return Object.entries(n).map(([n,t])=>`  ${e} ${n} = ${t}`)}const list=(e,n)=>n.map(n=>`  ${e} ${n}`)}),51793:((e,n,t)=>{t.d(n,{AU:()=>fold,DV:()=>codeBlock,Qj:()=>markdownTable,p7:()=>markdownText,ti:()=>inlineCode})
function markdownText(e){return e.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g," ").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/[\\`*_{}[\]|~]/g,"\\$&").replace(/:\/\//g,"&#58;//").replace(/\bwww\./gi,e=>`${e.slice(0,-1)}&#46;`).trim()}function markdownTable(e,n){const line=e=>`| ${e.join(" | ")} |`
return[line(e.map(e=>e.replace(/:$/,""))),line(e.map(e=>e.endsWith(":")?"---:":"---")),...n.map(line)].join("\n")}function fold(e,n){return`<details><summary>${e}</summary>\n\n${n}\n\n</details>`}function codeBlock(e){return e.flatMap(e=>e.split(/\r\n|[\r\n\u2028\u2029]/)).map(e=>`    ${e.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,"")}`).join("\n")}function inlineCode(e){return/[`|\u0000-\u001f]/.test(e)?markdownText(e):`\`${e}\``}}),70421:((e,n,t)=>{t.d(n,{h:()=>toRows})
var i=t(5966)
var r=t(50647)
function decisionOf(e){const n=new Set(e.map(({decision:e})=>e.kind))
return n.has("blocked")?"blocked":n.has("build")?"build":"unchanged"}function outcomeOf(e,{policy:n},t,r,s,o,a){const c=new Set(r.map(({outcome:e})=>e))
if(c.has("failed")||t.some(({decision:e})=>e.kind==="blocked"))return"failed"
if(c.has("cancelled"))return"cancelled"
if(c.has("skipped"))return"skipped"
if(n.verify==="required"&&s.some(({checks:e})=>(0,i.H)(e).length>0))return"failed"
const d=new Set(n.smoke==="advisory"?[]:o.map(({verdict:e})=>e))
if(a!==undefined){if(a.outcome==="superseded")return"held"
if(a.outcome==="failed"||d.has("unhealthy"))return"failed"
return a.tags.some(({state:e})=>e==="held")?"held":a.outcome}if(d.has("unhealthy"))return"failed"
if(d.has("unknown"))return"unknown"
if(r.length===0&&decisionOf(t)==="unchanged")return"unchanged"
if(e.build===undefined)return"planned"
return r.length===0?"unknown":c.has("built")?"built":"unchanged"}const s=new Set(["published","unchanged","not part of this release"])
function firstProblem(e,n,t,r,o){for(const{decision:n}of e)if(n.kind==="blocked")return n.problems[0]?.message
const a=n.find(({error:e})=>e!==undefined)
if(a?.error)return a.error.message
const[c]=t.flatMap(({checks:e})=>(0,i.H)(e))
if(c)return`${c.name}: ${c.actual}, not ${c.expected}`
const d=r.find(({verdict:e})=>e==="unhealthy"||e==="unknown")
if(d)return d.failure?.guess??d.reason
if(o!==undefined&&!s.has(o.outcome))return o.reason
const u=o?.tags.find(({state:e})=>e==="held")
return u&&`${u.tag} held: ${u.why??o?.reason??""}`}var o=t(15443)
function toRows(e){const n=new Set(e.plan.selected)
const t=e.plan.waves.flat().filter(e=>n.has(e))
const i=new Map(e.plan.services.map(e=>[e.name,e]))
const r={planned:byService(e.plan.images),built:byService(e.build?.images),checked:byService((0,o.QD)(e)),smoked:byService(e.smoke?.services),published:byService(e.publish?.services)}
return t.flatMap(n=>{const t=i.get(n)
return t===undefined?[]:[toRow(e,t,r)]})}const byService=e=>Map.groupBy(e??[],({service:e})=>e)
function toRow(e,n,t){const mine=e=>e.get(n.name)??[]
const i=mine(t.planned)
const r=mine(t.built)
const s=mine(t.checked)
const o=mine(t.smoked)
const[a]=mine(t.published)
const c=i.flatMap(e=>{const n=r.find(({platform:n})=>n===e.platform)?.size
return n??(e.decision.kind==="unchanged"?e.decision.size:[])})
const d=r.flatMap(e=>e.layers??[])
const u=r.filter(({outcome:e})=>e==="built").map(({durationMs:e})=>e??0)
const[l]=o.flatMap(({probes:e})=>e.slice(0,1))
const f=a?.digest??r[0]?.digest??digestOf(i[0])
const h=firstProblem(i,r,s,o,a)
const{verdict:p,reason:m,warnings:g=[],passedBefore:$,readyMs:w,architecture:k}=worst(o)??{}
const b=[...g.map(e=>`\u26a0\ufe0f ${e}`),...m===undefined?[]:[m]].join("; ")
const y=whyKept(r)
const v=c.length===i.length?changeOf(i,sum(c)):undefined
return{...{service:n.name,title:n.title},...n.phase!==undefined&&{phase:n.phase},decision:decisionOf(i),why:whyNot(a)??y??whyOf(i),...y!==undefined&&{kept:true},outcome:outcomeOf(e,n,i,r,s,o,a),platforms:i.map(({platform:e})=>e),...f!==undefined&&{digest:f},...c.length>0&&{size:sum(c)},...v!==undefined&&{change:v},...d.length>0&&{layers:sum(d)},...u.length>0&&{buildMs:sum(u)},...checksOf(s),...p!==undefined&&{health:p},...b!==""&&{healthNote:b},...$!==undefined&&{passedBefore:$},...l?.latencyMs!==undefined&&{latencyMs:l.latencyMs},...w!==undefined&&{readyMs:w},...k!==undefined&&{architecture:k},tags:a?.tags.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)??[],...h!==undefined&&{problem:h}}}function checksOf(e){const n=e.flatMap(({checks:e})=>e)
if(n.length===0)return{}
const t=n.filter(({ok:e})=>!e)
const r=(0,i.H)(t)
const names=e=>e.map(({name:e})=>e)
const s=t.filter(e=>!r.includes(e))
return{checks:{passed:n.length-t.length,failed:names(r),warned:names(s)}}}const sum=e=>e.reduce((e,n)=>e+n,0)
function changeOf(e,n){const t=e.flatMap(({decision:e})=>{if(e.kind==="unchanged")return e.size
return e.kind==="build"&&e.before!==undefined?e.before.size:[]})
return t.length===e.length?n-sum(t):undefined}function digestOf(e){return e?.decision.kind==="unchanged"?e.decision.digest:undefined}function whyOf(e){const n=decisionOf(e)
const t=e.filter(({decision:e})=>e.kind===n).flatMap(({decision:e})=>e.reasons)
return[...new Set(t.map(({detail:e})=>e))].join("; ")}function whyNot(e){return e?.outcome==="not part of this release"?`not part of this release: ${e.reason}`:undefined}function whyKept(e){const n=e.map(({reason:e})=>e)
return n.length>0&&n.every(e=>e!==undefined)?n[0]:undefined}function worst(e){return[...e].sort((e,n)=>r.u[n.verdict]-r.u[e.verdict])[0]}}),15443:((e,n,t)=>{t.d(n,{QD:()=>checkedImages,ee:()=>spanOf,rz:()=>isPlanAlone})
var i=t(22117)
var r=t(17783)
function isPlanAlone({build:e,verify:n,smoke:t,publish:i}){return e===undefined&&n===undefined&&t===undefined&&i===undefined}function checkedImages({build:e,verify:n}){if(e===undefined||n===undefined)return e?.images??n?.images??[]
return(0,i.u)(e,n).images}function spanOf(e){const n=(0,r.I)(e)
if(n.length===0)return undefined
return Math.max(...n.map(({end:e})=>e))-Math.min(...n.map(({start:e})=>e))}}),99643:((e,n,t)=>{t.d(n,{X5:()=>endpointOf,f7:()=>diagnosisText,k4:()=>isDiagnosis,zv:()=>smokeLines})
var i=t(42812)
var r=t(9179)
function endpointOf({ref:e,probes:n,service:t}){const i=/([^/]+)@/.exec(e)?.[1]??t
const r=n.find(({port:e})=>e!==undefined)?.port
return r===undefined?i:`${i}:${r}`}const s={healthy:"\u2713",unhealthy:"\u2717",unknown:"?",skipped:"-"}
function smokeLines({services:e,network:n,leftovers:t=[]}){const r=e.filter(({verdict:e})=>e!=="skipped")
if(r.length===0)return[]
const o=new Set(r.map(({platform:e})=>e)).size>1
const a=`network ${n.name}${n.subnet===undefined?"":` ${n.subnet}`}`
return[`${a} \u2713${n.note===undefined?"":`: ${n.note}`}`,...r.map(e=>{const n=e.verdict==="healthy"?wellWords(e):e.failure?.guess??e.reason??"no reason known"
return(0,i.Is)(`${endpointOf(e)}${o?` ${e.platform}`:""} ${s[e.verdict]} ${n}`.trimEnd())}),...t.map(e=>`left behind, for the next run to remove: ${e}`)]}function wellWords({architecture:e,readyMs:n,probes:t,warnings:i=[],reason:s}){const o=t[0]?.latencyMs
return[e,n!==undefined&&`ready in ${(0,r.p0)(n)}`,o!==undefined&&`answers in ${(0,r.p0)(o)}`,...i.map(e=>`warning: ${e}`),s].filter(Boolean).join(", ")}const isDiagnosis=(e,n)=>e.startsWith(`${n} `)&&/^.*: .*\nimage {7}\S+\nfailed in {3}\w+\n/.test(e)
function diagnosisText({service:e,platform:n,ref:t,failure:r,needs:s=[],probes:o}){if(r===undefined)return""
const{phase:a,guess:c,lastProbe:d,exitCode:u,exitMeaning:l,healthLog:f=[],ports:h=[],inspect:p,log:m}=r
const section=(e,n)=>n.length===0?[]:["",e,...n.map(e=>`  ${e}`)]
return[`${e} ${n}: ${c}`,`image       ${t}`,`failed in   ${a}`,...d===undefined?[]:[`last probe  ${d}`],...u===undefined?[]:[`exit code   ${u}${l===undefined?"":` (${l})`}`],...s.length===0?[]:[`needs       ${s.join(", ")}`],...section("probes",o.map(({ok:e,kind:n,target:t,error:i})=>`${e?"\u2713":"\u2717"} ${n} ${t}${i===undefined?"":`: ${i}`}`)),...section("ports",h.map(({container:e,published:n,listens:t})=>[e,n===undefined?"not published":`published on ${n}`,...t===undefined?[]:[t==="nothing"?"nothing listens":`listens on ${t}`]].join(", "))),...section("health log",f.map(({exitCode:e,output:n})=>`exit ${e}${n===""?"":`: ${n}`}`)),...section("inspect",Object.entries(p??{}).map(([e,n])=>`${e}: ${n}`)),...section("log",m)].map(e=>(0,i.Is)(e)).join("\n")}}),90070:((e,n,t)=>{t.d(n,{ed:()=>textTable,j:()=>healthWord,kJ:()=>checksWord})
var i=t(42812)
var r=t(87055)
var s=t(9179)
const o={title:"SERVICE",cell:({service:e})=>e}
const a={title:"DECISION",cell:({decision:e,outcome:n})=>n==="failed"?"\u2717 failed":e}
const c={title:"WHY",cell:({why:e,problem:n})=>n??e}
const d={plan:[{...a,cell:e=>e.decision==="blocked"?"\u2717 blocked":e.decision},o,c],run:[o,a,{title:"DIGEST",cell:({digest:e})=>e===undefined?"-":(0,s.VK)(e)},{title:"SIZE",right:true,cell:e=>e.size===undefined?"-":(0,s.Ej)(e.size)},{title:"BUILD",right:true,cell:({buildMs:e})=>e===undefined?"-":(0,s.p0)(e)},{title:"CHECKS",cell:checksWord},{title:"HEALTH",cell:healthWord},{title:"LATENCY",right:true,cell:({latencyMs:e})=>e===undefined?"-":(0,s.p0)(e)},c]}
function healthWord({health:e,architecture:n}){if(e==="healthy")return`\u2713 ${n??"healthy"}`
if(e==="unhealthy")return"\u2717 unhealthy"
return e==="unknown"?"? unknown":"-"}function checksWord({checks:e}){if(e===undefined)return"-"
const{passed:n,failed:t,warned:i}=e
const r=t.length>0?"\u2717":i.length>0?"!":"\u2713"
const s=t.length+i.length
return s===0?`${r} ${n}`:`${r} ${n} of ${n+s}`}function textTable(e,n=Number.POSITIVE_INFINITY,t="run"){const s=d[t].filter(({cell:n})=>e.length===0||e.some(e=>n(e)!=="-"))
const o=[s.map(({title:e})=>e),...e.map(e=>s.map(({cell:n})=>(0,i.Is)(n(e))))]
const a=s.map((e,n)=>Math.max(...o.map(e=>(0,r.qz)(e[n]??""))))
return o.map(e=>{const t=e.map((e,n)=>s[n]?.right?(0,r.Ho)(e,a[n]??0):(0,r.M7)(e,a[n]??0)).join("  ").trimEnd()
return(0,r.yd)(t,Math.max(2,n))}).join("\n")}}),17783:((e,n,t)=>{t.d(n,{I:()=>timeline,w:()=>lanes})
function timeline({plan:e,build:n,smoke:t}){const i=new Map(e.waves.flatMap((e,n)=>e.map(e=>[e,n+1])))
const bar=(e,{service:n,platform:t,startedAt:r,durationMs:s,runner:o},a)=>{const c=Date.parse(r??"")
if(Number.isNaN(c)||s===undefined)return[]
const d={service:n,platform:t,wave:i.get(n)??1,...o!==undefined&&{runner:o}}
return[{kind:e,...d,start:c,end:c+s,good:a}]}
return[...n?.images.flatMap(e=>bar("build",e,e.outcome==="built"))??[],...t?.services.flatMap(e=>bar("smoke",e,e.verdict==="healthy"))??[]].sort((e,n)=>e.start-n.start)}function lanes(e){const n=new Set(e.map(({runner:e})=>e)).size>1
const t=e.filter(({kind:e})=>e==="build").sort((e,n)=>e.wave-n.wave||e.start-n.start)
const i=e.filter(({kind:e})=>e==="smoke")
return Map.groupBy([...t,...i],({kind:e,wave:t,runner:i})=>[e==="build"?`wave ${t}`:"smoke",...n?[i??"this machine"]:[]].join(", "))}}),9179:((e,n,t)=>{t.d(n,{Ej:()=>size,LS:()=>plural,S8:()=>sizeChange,VK:()=>shortDigest,p0:()=>duration})
function duration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function size(e){const n=["B","kB","MB","GB","TB"]
let t=e
let i=0
while(t>=999.5&&i<n.length-1){t/=1e3
i+=1}return`${t>=100||i===0?Math.round(t):t.toFixed(1)} ${n[i]}`}function sizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${size(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,t=`${n}s`){return`${e} ${e===1?n:t}`}}),87055:((e,n,t)=>{t.d(n,{Ho:()=>padLeft,M7:()=>padRight,qz:()=>widthOf,yd:()=>cutTo})
var i=t(93223)
const r=/^[\x20-\x7e]*$/
function widthOf(e){return r.test(e)?e.length:(0,i.A)(e)}function cutTo(e,n){if(widthOf(e)<=n)return e
let t=""
let i=n-1
for(const{segment:n}of(new Intl.Segmenter).segment(e)){i-=widthOf(n)
if(i<0)break
t+=n}return`${t}\u2026`}const padRight=(e,n)=>e+" ".repeat(Math.max(0,n-widthOf(e)))
const padLeft=(e,n)=>" ".repeat(Math.max(0,n-widthOf(e)))+e})}
