export const id=6873
export const ids=[6873]
export const modules={34055:((e,n,t)=>{t.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var r=t(73024)
var i=t(51455)
var o=t(76760)
var s=t(96273)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}var d=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)i=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(i)r=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var u=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
function straightToPlugins(e){const n=dockerWith(e)
return async(t,r)=>{const[i=""]=t
const o=await findPlugin(i,{...process.env,...r?.env})
if(o===undefined)return n(t,r)
return e([o,...t],{...r,env:{...r?.env,...c}})}}const c={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(o.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const r=o.join((0,s.vg)(n),"cli-plugins")
return firstOf([r,...await extraFolders(n),...a],`docker-${e}`)}const a=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=o.join(t,n)
const s=t!==""&&await(0,i.access)(e,r.constants.X_OK).then(...l)
if(s)return e}return undefined}const l=[()=>true,()=>false]
async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const t=d(n,await(0,i.open)(e),true)
const{buffer:r}=await t.read(Buffer.alloc(2),0,2,0)
return r.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=u(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,s.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,r){const i=await findPlugin(n,t)
if(i===undefined)return undefined
try{const{stdout:n}=await e([i,"docker-cli-plugin-metadata"],{signal:r})
const{Version:t}=JSON.parse(n)
return typeof t==="string"&&t!==""?t:undefined}catch{return undefined}}}),15044:((e,n,t)=>{t.d(n,{HH:()=>failedChecks,iW:()=>checkWords,ol:()=>digestOf})
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}const checkWords=({name:e,expected:n,actual:t})=>`${e}: expected ${n}, found ${t}`
function digestOf({images:e},n,t,r){const isIt=e=>e.service===t&&e.platform===r
const i=n?.images.find(isIt)?.digest
const o=e.find(isIt)?.decision
return i??(o?.kind==="unchanged"?o.digest:undefined)}}),88061:((e,n,t)=>{t.d(n,{u:()=>r})
const r={...{skipped:0,healthy:1,"not tried":2,unknown:3,unhealthy:4}}}),31031:((e,n,t)=>{t.d(n,{u:()=>withVerification})
function withVerification(e,{images:n}){const t=new Map(n.map(e=>[`${e.service} ${e.platform} ${e.digest}`,e]))
return{...e,images:e.images.map(e=>{const n=e.digest===undefined?undefined:t.get(`${e.service} ${e.platform} ${e.digest}`)
if(n===undefined)return e
const{checks:r,unchecked:i,packages:o}=n
return{...e,checks:r,unchecked:i,...o!==undefined&&{packages:o}}})}}}),83386:((e,n,t)=>{t.d(n,{mZ:()=>hasCancelled,I0:()=>isPublishLost,Lo:()=>lostJobs,JF:()=>parseJobResults})
const r=["success","failure","cancelled","skipped"]
var i=t(85465)
function parseJobResults(e){const n=[]
const t=e.flatMap(e=>{const t=e.lastIndexOf("=")
const i=r.find(n=>n===e.slice(t+1).trim())
if(i!==undefined)return[t<1?{result:i}:{job:e.slice(0,t).trim(),result:i}]
n.push(e)
return[]})
if(n.length===0)return t
throw new i.yo(n.map(e=>({code:"options/value",message:`job-results: ${JSON.stringify(e.slice(0,100))} is not the result of a job`,fix:"write join(needs.*.result, ','), or publish= and needs.publish.result for each job: docs/comments.md"})))}const hasCancelled=(e=[])=>e.some(({result:e})=>e==="cancelled")
function lostJobs({jobs:e=[]}){const n=e.filter(({result:e})=>e==="failure")
if(n.length===0)return undefined
const t=n.flatMap(({job:e})=>e??[])
const r=t.length===n.length?`${t.length===1?"job":"jobs"} ${t.join(", ")}`:"a job"
return`${r} failed without a result: ${n.length===1?"its log says":"the logs say"} more`}function isPublishLost({jobs:e=[],publish:n}){if(n!==undefined)return false
const t=e.filter(({job:e})=>e==="publish")
if(t.length>0)return t.some(({result:e})=>e!=="success")
const isBad=({job:e,result:n})=>e===undefined&&(n==="failure"||n==="cancelled")
return e.some(isBad)}}),84919:((e,n,t)=>{t.d(n,{h:()=>toRows})
var r=t(15044)
var i=t(88061)
var o=t(83386)
function decisionOf(e){const n=new Set(e.map(({decision:e})=>e.kind))
return n.has("blocked")?"blocked":n.has("build")?"build":"unchanged"}function outcomeOf(e,n){const{service:t,planned:i,built:s,checked:d,smoked:u,published:c}=n
const{policy:a}=t
const l=new Set(s.map(({outcome:e})=>e))
if(decisionOf(i)==="blocked")return"blocked"
for(const e of["failed","cancelled","skipped"])if(l.has(e))return e
if(a.verify==="required"&&d.some(({checks:e})=>(0,r.HH)(e).length>0))return"failed"
const f=a.smoke==="advisory"||c?.exception!==undefined
const h=new Set(f?[]:u.map(({verdict:e})=>e))
if(h.has("unhealthy")||c?.outcome==="failed")return"failed"
const p=e.build!==undefined&&i.some(e=>isUnbuilt(e,s))
if(p&&(c===undefined||c.outcome==="skipped"))return"unknown"
if(h.has("unknown"))return"unknown"
if(c!==undefined)return hasHeldTags(c)?"held":c.outcome
if(h.has("not tried"))return"skipped"
if((0,o.I0)(e))return e.jobs?.some(({result:e})=>e==="cancelled")?"cancelled":"unknown"
if(s.length===0&&decisionOf(i)==="unchanged")return"unchanged"
if(e.build===undefined)return"planned"
return l.has("built")?"built":"unchanged"}function isUnbuilt({platform:e,decision:n},t){return n.kind==="build"&&!t.some(n=>n.platform===e)}function hasHeldTags({outcome:e,tags:n,copies:t=[]}){if(e!=="published"&&e!=="unchanged")return false
return[...n,...t.flatMap(e=>e.tags)].some(({state:e})=>e==="held")}const s=new Set(["published","unchanged","superseded","not part of this release"])
function firstProblem(e,n){const{planned:t,built:r,smoked:i}=e
const o=i.some(({verdict:e})=>e==="unknown")
if(n==="unknown"&&!o)return t.some(e=>isUnbuilt(e,r))?lostText("builds"):lostText("publishes")
return documentedProblem(e)??(n==="cancelled"?"cancelled before it was done":undefined)}const lostText=e=>`the job that ${e} it ended without a result: its log says more`
function documentedProblem({planned:e,built:n,checked:t,smoked:i,published:o}){for(const{decision:n}of e)if(n.kind==="blocked")return n.problems[0]?.message
const d=n.find(({error:e})=>e!==undefined)
if(d?.error)return d.error.message
const[u]=t.flatMap(({checks:e})=>(0,r.HH)(e))
if(u)return(0,r.iW)(u)
const c=i.find(({verdict:e})=>e!=="healthy"&&e!=="skipped")
if(c&&o?.exception===undefined)return c.failure?.guess??c.reason
if(o!==undefined&&!s.has(o.outcome))return o.reason
const a=o?.outcome==="superseded"?undefined:o?.tags.find(({state:e})=>e==="held")
return a&&`${a.tag} held: ${a.why??o?.reason??""}`}var d=t(9851)
function toRows(e){const n=new Set(e.plan.selected)
const t=e.plan.waves.flat().filter(e=>n.has(e))
const r=new Map(e.plan.services.map(e=>[e.name,e]))
const i={planned:byService(e.plan.images),built:byService(e.build?.images),checked:byService((0,d.Q)(e)),smoked:byService(e.smoke?.services),published:byService(e.publish?.services)}
return t.flatMap(n=>{const t=r.get(n)
return t===undefined?[]:[toRow(e,t,i)]})}const byService=e=>Map.groupBy(e??[],({service:e})=>e)
function toRow(e,n,t){const mine=e=>e.get(n.name)??[]
const r=mine(t.planned)
const i=mine(t.built)
const o=mine(t.checked)
const s=mine(t.smoked)
const[d]=mine(t.published)
const u=r.flatMap(e=>{const n=i.find(({platform:n})=>n===e.platform)?.size
return n??(e.decision.kind==="unchanged"?e.decision.size:[])})
const c=i.flatMap(e=>e.layers??[])
const a=i.filter(({outcome:e})=>e==="built").map(({durationMs:e})=>e??0)
const[l]=s.flatMap(({probes:e})=>e.slice(0,1))
const f=d?.digest??i[0]?.digest??digestOf(r[0])
const h={service:n,planned:r,built:i,checked:o,smoked:s,published:d}
const p=outcomeOf(e,h)
const m=firstProblem(h,p)
const{verdict:g,reason:b,warnings:w=[],passedBefore:k,readyMs:y,architecture:v}=worst(s)??{}
const O=[...w.map(e=>`\u26a0\ufe0f ${e}`),...b===undefined?[]:[b]].join("; ")
const $=whyKept(i)
const x=u.length===r.length?changeOf(r,sum(u)):undefined
return{...{service:n.name,title:n.title},...n.phase!==undefined&&{phase:n.phase},decision:decisionOf(r),why:[...warningsOf(d),whyNot(d)??$??whyOf(r)].filter(Boolean).join("; "),...$!==undefined&&{kept:true},outcome:p,platforms:r.map(({platform:e})=>e),...f!==undefined&&{digest:f},...u.length>0&&{size:sum(u)},...x!==undefined&&{change:x},...c.length>0&&{layers:sum(c)},...a.length>0&&{buildMs:sum(a)},...checksOf(o),...g!==undefined&&{health:g},...O!==""&&{healthNote:O},...k!==undefined&&{passedBefore:k},...l?.latencyMs!==undefined&&{latencyMs:l.latencyMs},...y!==undefined&&{readyMs:y},...v!==undefined&&{architecture:v},tags:d?.tags.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)??[],...m!==undefined&&{problem:m},...isAway(i,d)&&{away:true}}}function checksOf(e){const n=e.flatMap(({checks:e})=>e)
if(n.length===0)return{}
const t=n.filter(({ok:e})=>!e)
const i=(0,r.HH)(t)
const names=e=>e.map(({name:e})=>e)
const o=t.filter(e=>!i.includes(e))
return{checks:{passed:n.length-t.length,failed:names(i),warned:names(o)}}}const u=new Set(["registry/unreachable","registry/unavailable"])
function isAway(e,n){const t=e.filter(({outcome:e})=>e==="failed")
if(t.length>0)return t.every(({error:e})=>u.has(e?.code))
return n?.outcome==="failed"&&u.has(n.code)}const sum=e=>e.reduce((e,n)=>e+n,0)
function changeOf(e,n){const t=e.flatMap(({decision:e})=>{if(e.kind==="unchanged")return e.size
return e.kind==="build"&&e.before!==undefined?e.before.size:[]})
return t.length===e.length?n-sum(t):undefined}function digestOf(e){return e?.decision.kind==="unchanged"?e.decision.digest:undefined}function whyOf(e){const n=decisionOf(e)
const t=e.filter(({decision:e})=>e.kind===n).flatMap(({decision:e})=>e.reasons)
return[...new Set(t.map(({detail:e})=>e))].join("; ")}function whyNot(e){const{outcome:n,reason:t}=e??{}
return n==="not part of this release"||n==="superseded"?[n,t].filter(Boolean).join(": "):undefined}const warningsOf=e=>(e?.warnings??[]).map(e=>`\u26a0\ufe0f ${e}`)
function whyKept(e){const n=e.map(({reason:e})=>e)
return n.length>0&&n.every(e=>e!==undefined)?n[0]:undefined}function worst(e){return[...e].sort((e,n)=>i.u[n.verdict]-i.u[e.verdict])[0]}}),63691:((e,n,t)=>{t.d(n,{$L:()=>isDone,HN:()=>colorOf,ZH:()=>runVerdict,fy:()=>verdictOfProblems})
var r=t(77598)
var i=t(85465)
var o=t(83386)
var s=t(84919)
const d={published:"green",unchanged:"green",superseded:"green","not part of this release":"green",built:"green",planned:"green",held:"yellow",failed:"red",blocked:"red",skipped:"red",cancelled:"red",unknown:"red"}
const colorOf=({outcome:e})=>d[e]
const isDone=e=>colorOf(e)==="green"&&e.outcome!=="planned"
function runVerdict(e,n=(0,s.h)(e)){if((0,o.mZ)(e.jobs))return{kind:"cancelled",color:"red"}
const t=n.filter(({outcome:e})=>e==="failed"||e==="blocked"||e==="unknown")
const r=n.filter(({outcome:e})=>e==="skipped")
const i=t.length>0?t:r
const d=(0,o.Lo)(e)
if(i.length>0){const e=idOf(i.map(({service:e,problem:n,why:t})=>`${e}\n${n??t}`))
const n=d===undefined&&t.every(({outcome:e,away:n})=>e==="unknown"||n)&&(r.length===0||t.some(({away:e})=>e))
return{kind:"failed",color:"red",id:e,...n&&{unanswered:true}}}if(d!==undefined)return{kind:"failed",color:"red",id:idOf([d])}
if(n.some(({outcome:e})=>e==="cancelled"))return{kind:"cancelled",color:"red"}
if(n.some(({outcome:e})=>e==="planned"))return{kind:"planned",color:"green"}
if(n.some(({outcome:e})=>e==="held"))return{kind:"held",color:"yellow"}
return{kind:"well",color:"green"}}function verdictOfProblems(e){return{kind:"failed",color:"red",id:idOf(e.map(i.Vw))}}function idOf(e){return(0,r.createHash)("sha256").update(e.map(lasting).sort().join("\n")).digest("hex").slice(0,16)}function lasting(e){return e.replace(/\b(sha256:)?[0-9a-f]{7,64}\b/g,"#").replace(/\d+([.,]\d+)*/g,"#").trim()}}),9851:((e,n,t)=>{t.d(n,{Q:()=>checkedImages,r:()=>isPlanAlone})
var r=t(31031)
function isPlanAlone({build:e,verify:n,smoke:t,publish:r}){return e===undefined&&n===undefined&&t===undefined&&r===undefined}function checkedImages({build:e,verify:n}){if(e===undefined||n===undefined)return e?.images??n?.images??[]
return(0,r.u)(e,n).images}}),95305:((e,n,t)=>{t.d(n,{p:()=>holdText,x:()=>commitWords})
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function commitWords({revision:e,event:n}){const t=e.slice(0,12)
const r=n.kind==="pull_request"?n.headRevision:undefined
return r===undefined||r===e?t:`${t}, the merge of ${r.slice(0,12)}`}}),40318:((e,n,t)=>{t.d(n,{$:()=>stoppedBy,KQ:()=>StageTimeout,LH:()=>openDeadline,Oo:()=>afterTimeout,Rq:()=>timeoutOf,mm:()=>isCancelled})
var r=t(85465)
class StageTimeout extends r.yo{constructor(e,n){super({code:"stage/timeout",message:`${e} was not done within ${words(n)}`,why:"`timeout` ends it, so that the results so far are kept",fix:"the last lines of its log show what it waited for; where it needs longer, raise `timeout` and the step's timeout-minutes"})}}function openDeadline(e,n,t){if(n===undefined)return{signal:e,[Symbol.dispose]:()=>{}}
const r=new AbortController
const i=setTimeout(()=>r.abort(new StageTimeout(t,n)),n)
return{signal:AbortSignal.any([e,r.signal]),[Symbol.dispose]:()=>clearTimeout(i)}}function timeoutOf({reason:e}){return e instanceof StageTimeout?e.problems[0]?.message:undefined}const isCancelled=e=>e.aborted&&timeoutOf(e)===undefined
function stoppedBy(e){const n=timeoutOf(e)
return n===undefined?{outcome:"cancelled"}:{outcome:"failed",error:{message:n}}}function afterTimeout(e){return timeoutOf(e)===undefined?e:AbortSignal.timeout(6e4)}function words(e){return e>=12e4?`${Math.round(e/6e4)} minutes`:`${e/1e3} s`}}),65421:((e,n,t)=>{t.d(n,{Ej:()=>size,LS:()=>plural,S8:()=>sizeChange,VK:()=>shortDigest,p0:()=>duration})
function duration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function size(e){const n=["B","kB","MB","GB","TB"]
let t=e
let r=0
while(t>=999.5&&r<n.length-1){t/=1e3
r+=1}return`${t>=100||r===0?Math.round(t):t.toFixed(1)} ${n[r]}`}function sizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${size(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,t=`${n}s`){return`${e} ${e===1?n:t}`}}),68261:((e,n,t)=>{t.d(n,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const r=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const i=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(e){return e.replace(r,"").replace(i,e=>e.replace(/[^\t\n]/gu,""))}function harmless(e){return e.replace(r,"").replace(i," ")}function harmlessLines(e){return e.split(/\r?\n/).map(e=>harmless(e).trimEnd())}}),16760:((e,n,t)=>{t.d(n,{Ho:()=>padLeft,M7:()=>padRight,qz:()=>widthOf,yd:()=>cutTo})
var r=t(93223)
const i=/^[\x20-\x7e]*$/
function widthOf(e){return i.test(e)?e.length:(0,r.A)(e)}function cutTo(e,n){if(widthOf(e)<=n)return e
let t=""
let r=n-1
for(const{segment:n}of(new Intl.Segmenter).segment(e)){r-=widthOf(n)
if(r<0)break
t+=n}return`${t}\u2026`}const padRight=(e,n)=>e+" ".repeat(Math.max(0,n-widthOf(e)))
const padLeft=(e,n)=>" ".repeat(Math.max(0,n-widthOf(e)))+e})}
