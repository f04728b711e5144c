export const id=691
export const ids=[691]
export const modules={89815:((e,r,n)=>{n.r(r)
n.d(r,{setupPost:()=>setupPost})
var t=n(51455)
var o=n(96251)
var s=n(92882)
var i=n(83142)
var a=n(27994)
var c=n(82237)
var d=n(95205)
var u=n(32534)
var f=undefined&&undefined.__addDisposableResource||function(e,r,n){if(r!==null&&r!==void 0){if(typeof r!=="object"&&typeof r!=="function")throw new TypeError("Object expected.")
var t,o
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=r[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=r[Symbol.dispose]
if(n)o=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(o)t=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:r,dispose:t,async:n})}else if(n){e.stack.push({async:true})}return r}
var l=undefined&&undefined.__disposeResources||function(e){return function(r){function fail(n){r.error=r.hasError?new e(n,r.error,"An error was suppressed during disposal."):n
r.hasError=true}var n,t=0
function next(){while(n=r.stack.pop()){try{if(!n.async&&t===1)return t=0,r.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return r.hasError?Promise.reject(r.error):Promise.resolve()
if(r.hasError)throw r.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,r,n){var t=new Error(n)
return t.name="SuppressedError",t.error=e,t.suppressed=r,t})
async function removeKilled(){const e=await remove().catch(()=>[])
return e.length===0?undefined:`containers of a run that was killed removed: ${e.join(", ")}`}async function remove(){const e={stack:[],error:void 0,hasError:false}
try{const[{openEngine:r},{removeLeftovers:t},{reachHost:o}]=await Promise.all([n.e(1405).then(n.bind(n,51405)),Promise.all([n.e(2311),n.e(4058)]).then(n.bind(n,34058)),n.e(3662).then(n.bind(n,93662))])
const{signal:s}=new AbortController
const i=f(e,await r(u.vK,{},{env:process.env,signal:s,reachHost:o}),true)
return t(i.api)}catch(r){e.error=r
e.hasError=true}finally{const r=l(e)
if(r)await r}}var p=n(44631)
async function setupPost(){const e=(0,o.Gu)(i.$i)
const r=(0,o.Gu)(a.xm)
const n=JSON.parse((0,o.Gu)(c.J)||"[]")
const t=await(0,s.Df)(async()=>{const t=[await removeKilled(),r===""?undefined:await(0,a.iq)(r),e===""?undefined:await(0,i.A8)(e)]
for(const e of n)await keepImage(e)
return t.filter(e=>e!==undefined)})
console.log(t.length>0?t.join(", "):"nothing to take back")}async function keepImage({folder:e,prefix:r}){const n=await(0,p.a)(()=>(0,d.mm)(e,r),e=>e===undefined?`${r} is kept in the cache`:undefined)
if(n!==undefined)(0,s.HU)(()=>(0,o.$e)(`${r} could not be kept in the cache: ${n}`))
await(0,t.rm)(e,{recursive:true,force:true})}}),56008:((e,r,n)=>{n.d(r,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:e,line:r,column:n}){return[e,r,n].filter(e=>e!==undefined).join(":")}function formatProblem({at:e,message:r,why:n,fix:t,code:o}){const s=e===undefined?"":`${formatLocation(e)}: `
const i=[n,t&&`fix: ${t}`].filter(Boolean).map(e=>`\n    ${e}`)
return`${s}${r} [${o}]${i.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(e,r){const n=Array.isArray(e)?e:[e]
super(n.map(formatProblem).join("\n"),r)
this.problems=n}}}),15631:((e,r,n)=>{n.d(r,{mR:()=>stepLines,oz:()=>progressLine,sX:()=>stopwatch})
var t=n(42812)
var o=n(9179)
function progressLine({stage:e,subject:r,state:n,text:s},i){const a=n==="started"||i===undefined?"":` ${(0,o.p0)(i)}`
const c=[e.padEnd(7),(0,t.Is)(r),`${n}${a}`,(0,t.Is)(s??"")]
return c.join("  ").trimEnd()}function stopwatch(e){const r=new Map
return({stage:n,subject:t,state:o})=>{const s=`${n}\n${t}`
const i=r.get(s)
if(i===undefined)r.set(s,e())
if(o==="done"||o==="failed")r.delete(s)
return i===undefined?undefined:e()-i}}const s="         "
function stepLines({steps:e=[]},r="failed"){return e.flatMap(({text:e,state:n,log:o})=>{if(r==="failed"&&(n==="cached"||e.startsWith("0.0s")))return[]
const a=r==="all"?o:n==="failed"?o.slice(-i):[]
return[`${s}${(0,t.Is)(e)}`,...a.map(e=>`${s}  | ${(0,t.Is)(e)}`)]})}const i=20}),49588:((e,r,n)=>{n.d(r,{m:()=>exec})
var t=n(31421)
var o=n(80481)
const s={SIGHUP:1,SIGINT:2,SIGQUIT:3,SIGABRT:6,SIGKILL:9,SIGSEGV:11,SIGPIPE:13,SIGTERM:15}
const exec=(e,r={})=>new Promise((n,i)=>{const[a,...c]=e
const{signal:d,graceMs:u=1e4,onLine:f}=r
if(d?.aborted){n({exitCode:130,stdout:"",stderr:""})
return}const l=(0,t.spawn)(a,c,{cwd:r.cwd,env:{...process.env,...r.env},stdio:[r.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const n=l[e]
if(!n)continue
if(!r.discard)n.on("data",n=>append(p[e],n,r.keep))
if(f)(0,o.createInterface)({input:n,crlfDelay:Number.POSITIVE_INFINITY}).on("line",r=>f(r,e))
else if(r.discard)n.resume()}l.stdin?.on("error",()=>{})
l.stdin?.end(r.input)
let m
const stop=()=>{l.kill("SIGINT")
m=setTimeout(()=>{l.kill("SIGKILL")
l.stdout?.destroy()
l.stderr?.destroy()},u)}
d?.addEventListener("abort",stop,{once:true})
const settle=()=>{clearTimeout(m)
d?.removeEventListener("abort",stop)}
l.on("error",e=>{settle()
i(new Error(`cannot run ${a}: ${e.message}`,{cause:e}))})
l.on("close",(e,r)=>{settle()
n({exitCode:e??128+(s[r??"SIGKILL"]??9),stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function append(e,r,n){e.push(r)
if(n===undefined)return
let t=e.reduce((e,{length:r})=>e+r,-n)
while(e[0]!==undefined&&t>=e[0].length)t-=e.shift()?.length??0}})}
