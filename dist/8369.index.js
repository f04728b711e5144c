export const id=8369
export const ids=[8369]
export const modules={89815:((e,n,t)=>{t.r(n)
t.d(n,{setupPost:()=>setupPost})
var s=t(51455)
var o=t(96251)
var r=t(92882)
var i=t(83142)
var c=t(27994)
var a=t(82237)
var d=t(95205)
var f=t(32534)
var u=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,o
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)o=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(o)s=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var l=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function removeKilled(){const e=await remove().catch(()=>[])
return e.length===0?undefined:`containers of a run that was killed removed: ${e.join(", ")}`}async function remove(){const e={stack:[],error:void 0,hasError:false}
try{const[{openEngine:n},{removeLeftovers:s},{reachHost:o}]=await Promise.all([t.e(1405).then(t.bind(t,51405)),Promise.all([t.e(2311),t.e(4058)]).then(t.bind(t,34058)),t.e(3662).then(t.bind(t,93662))])
const{signal:r}=new AbortController
const i=u(e,await n(f.vK,{},{env:process.env,signal:r,reachHost:o}),true)
return s(i.api)}catch(n){e.error=n
e.hasError=true}finally{const n=l(e)
if(n)await n}}var p=t(44631)
async function setupPost(){const e=(0,o.Gu)(i.$i)
const n=(0,o.Gu)(c.xm)
const t=JSON.parse((0,o.Gu)(a.J)||"[]")
const s=await(0,r.Df)(async()=>{const s=[await removeKilled(),n===""?undefined:await(0,c.iq)(n),e===""?undefined:await(0,i.A8)(e)]
for(const e of t)await keepImage(e)
return s.filter(e=>e!==undefined)})
console.log(s.length>0?s.join(", "):"nothing to take back")}async function keepImage({folder:e,prefix:n}){const t=await(0,p.a)(()=>(0,d.mm)(e,n),e=>e===undefined?`${n} is kept in the cache`:undefined)
if(t!==undefined)(0,r.HU)(()=>(0,o.$e)(`${n} could not be kept in the cache: ${t}`))
await(0,s.rm)(e,{recursive:true,force:true})}}),56008:((e,n,t)=>{t.d(n,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:e,line:n,column:t}){return[e,n,t].filter(e=>e!==undefined).join(":")}function formatProblem({at:e,message:n,why:t,fix:s,code:o}){const r=e===undefined?"":`${formatLocation(e)}: `
const i=[t,s&&`fix: ${s}`].filter(Boolean).map(e=>`\n    ${e}`)
return`${r}${n} [${o}]${i.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(e,n){const t=Array.isArray(e)?e:[e]
super(t.map(formatProblem).join("\n"),n)
this.problems=t}}}),27630:((e,n,t)=>{t.d(n,{Il:()=>Activity,TN:()=>keyOf,b5:()=>doingWords})
var s=t(42812)
var o=t(9179)
var r=t(87055)
var i=t(15631)
function keyOf({stage:e,subject:n=""}){return`${e}\n${n}`}class Activity{#e
#n=new Map
constructor(e){this.#e=e}take(e){const{stage:n,subject:t,state:s,text:o,step:r,bytes:i}=e
const c=keyOf(e)
const a=this.#n.get(c)
const d=a&&this.#e()-a.since
if(s==="done"||s==="failed"){this.#n.delete(c)
if(t===undefined&&a!==undefined)this.#t(a.since)
return d}const f=a??{...{stage:n,since:this.#e(),said:undefined,steps:new Map},...t!==undefined&&{subject:t}}
this.#n.set(c,f)
if(s==="started")f.steps.clear()
if(r!==undefined)this.#s(f,r)
else if(o!==undefined||i!==undefined)f.said={what:o??f.said?.what??"",beside:0,...i&&{bytes:i}}
return d}all(){const e=[...this.#n].map(([e,{stage:n,subject:t,since:s,said:o,steps:r}])=>{const[i]=r.values()
const c=i===undefined?o:{...i,beside:r.size-1}
return{...{key:e,stage:n,since:s},...t!==undefined&&{subject:t},...c&&{now:c}}})
return[...e.filter(({now:e})=>e!==undefined),...e.filter(({now:e})=>e===undefined)]}#t(e){for(const[n,{subject:t,since:s}]of this.#n)if(t!==undefined&&s>=e)this.#n.delete(n)}#s({steps:e},{id:n,name:t,state:s,last:o,bytes:r}){if(s!=="running"){e.delete(n)
return}const{since:i=this.#e(),...c}=e.get(n)??{}
const a={...o!==undefined&&{last:o},...r!==undefined&&{bytes:r}}
e.set(n,{...c,...a,what:t,since:i})}}function doingWords({subject:e,now:n},t,c){if(n===undefined)return e===undefined?"":"waiting"
const{what:a,since:d,bytes:f,beside:u}=n
const l=[f===undefined?"":`, ${(0,i.Bc)(f)}`,d===undefined?"":` (${(0,o.p0)(t-d)})`,u>0?` and ${u} more`:""].join("")
return`${(0,r.yd)((0,s.Is)(a),Math.max(2,c-l.length))}${l}`}}),23423:((e,n,t)=>{t.d(n,{A:()=>logView})
var s=t(42812)
var o=t(9179)
var r=t(87055)
var i=t(27630)
var c=t(15631)
const a=8e3
const d=16
const f=10
const u=2e3
function logView(e){const{mode:n,write:t,now:s,fold:o,silenceMs:r=a}=e
const u=new i.Il(s)
const l=new Map
const p=new Map
let h=s()
const say=e=>{h=s()
t(e)}
const w=new StepLines(say)
const look=()=>{if(n==="plain")w.flush()
const e=u.all()
const silent=({key:e,since:n})=>s()-(l.get(e)??n)
const t=e.filter(e=>e.subject!==undefined)
const o=t.some(e=>silent(e)>=r)
const i=o?t.filter(e=>silent(e)>=r/2):[]
const a=s()-h>=r?e.filter(e=>e.subject===undefined):[]
const d=i.length>0?i:a.slice(-1)
for(const e of d.slice(0,f))say((0,c.oz)({...e,text:runningWords(e,s())},"running",s()-e.since))
if(d.length>f)say(`         and ${d.length-f} more`)
for(const{key:e}of d)l.set(e,s())}
const m=setInterval(look,r/d).unref()
const end=(e,r)=>{const i=(0,c.oz)(e,e.state,r)
const a=o!==undefined&&n==="auto"&&e.steps?.some(({state:e})=>e!=="failed")
h=s()
if(a)o(i,(0,c.mR)(e,"all"))
else t(i)
for(const s of(0,c.mR)(e,o||n==="plain"?"only failed":"failed"))t(s)}
return{progress:e=>{const t=(0,i.TN)(e)
const s=u.take(e)
if(e.state==="done"||e.state==="failed"){w.flush()
l.delete(t)
p.delete(t)
if(e.subject!==undefined)end(e,s)}else if(n==="plain"&&e.subject!==undefined){const n=h
if(e.step!==undefined)w.take({...e,step:e.step})
else if(e.text!==undefined&&p.get(t)!==e.text){p.set(t,e.text)
say((0,c.oz)(e,"running",s))}if(h!==n)l.set(t,h)}},line:say,[Symbol.dispose]:()=>{clearInterval(m)
w.flush()}}}function runningWords(e,n){const{last:t}=e.now??{}
const o=(0,i.b5)(e,n,100)
return t===undefined?o:`${o}: ${(0,r.yd)((0,s.Is)(t.trim()),120)}`}class StepLines{#o
#r=new Map
#i=new Map
#c=new Set
constructor(e){this.#o=e}take(e){const{stage:n,subject:t="",step:r}=e
const{id:c,name:a,state:d,durationMs:f=0,lines:l=[]}=r
const p=(0,i.TN)(e)
const h=this.#r.get(c)??{number:this.#r.size+1,key:p,lines:0}
this.#r.set(c,h)
const w=`${n.padEnd(7)}  ${(0,s.Is)(t)}  #${h.number}`
const m=`${p}\n${c}`
if(!this.#c.has(m))this.#o(`${w} ${(0,s.Is)(a)}`)
this.#c.add(m)
this.#i.delete(m)
if(h.key===p)this.#a(h,w,l)
if(d==="running")return
const y=h.lines-u
const b=y>0&&h.key===p?`; ${(0,o.LS)(y,"line")} not shown`:""
const v=d==="cached"?"CACHED":`${d==="failed"?"ERROR":"DONE"} ${(f/1e3).toFixed(1)}s`
this.#i.set(m,`${w} ${v}${b}`)}flush(){for(const e of this.#i.values())this.#o(e)
this.#i.clear()}#a(e,n,t){for(const o of t){e.lines++
if(e.lines<=u)this.#o(`${n} | ${(0,s.Is)(o.slice(0,4e3))}`)
else if(e.lines===u+1)this.#o(`${n} | ... more than ${u} lines: the rest is not shown`)}}}}),15631:((e,n,t)=>{t.d(n,{Bc:()=>bytesWords,mR:()=>stepLines,oz:()=>progressLine})
var s=t(42812)
var o=t(9179)
function progressLine({stage:e,subject:n="",text:t,bytes:r},i,c){const a=c===undefined?"":` ${(0,o.p0)(c)}`
const d=[e.padEnd(7),(0,s.Is)(n),`${i}${a}`,(0,s.Is)(t??""),r?bytesWords(r):""]
return d.filter(e=>e!=="").join("  ").trimEnd()}function bytesWords({done:e,total:n}){return n===undefined?(0,o.Ej)(e):`${(0,o.Ej)(e)} of ${(0,o.Ej)(n)}`}const r="         "
const i=4e3
function stepLines({steps:e=[]},n="failed"){return e.flatMap(({text:e,state:t,log:a,dropped:d=0})=>{if(n==="only failed"&&t!=="failed")return[]
if(n==="failed"&&(t==="cached"||e.startsWith("0.0s")))return[]
const f=n==="all"?a:t==="failed"?a.slice(-c):[]
const u=n==="all"?d:0
return[`${r}${(0,s.Is)(e)}`,...u>0?[`${r}  (${(0,o.LS)(u,"earlier line")} not kept)`]:[],...f.map(e=>`${r}  | ${(0,s.Is)(e.slice(0,i))}`)]})}const c=20}),49588:((e,n,t)=>{t.d(n,{m:()=>exec})
var s=t(31421)
var o=t(80481)
const r={SIGHUP:1,SIGINT:2,SIGQUIT:3,SIGABRT:6,SIGKILL:9,SIGSEGV:11,SIGPIPE:13,SIGTERM:15}
const exec=(e,n={})=>new Promise((t,i)=>{const[c,...a]=e
const{signal:d,graceMs:f=1e4,onLine:u}=n
if(d?.aborted){t({exitCode:130,stdout:"",stderr:""})
return}const l=(0,s.spawn)(c,a,{cwd:n.cwd,env:{...process.env,...n.env},stdio:[n.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const t=l[e]
if(!t)continue
if(!n.discard)t.on("data",t=>append(p[e],t,n.keep))
if(u)(0,o.createInterface)({input:t,crlfDelay:Number.POSITIVE_INFINITY}).on("line",n=>u(n,e))
else if(n.discard)t.resume()}l.stdin?.on("error",()=>{})
l.stdin?.end(n.input)
let h
const stop=()=>{l.kill("SIGINT")
h=setTimeout(()=>{l.kill("SIGKILL")
l.stdout?.destroy()
l.stderr?.destroy()},f)}
d?.addEventListener("abort",stop,{once:true})
const settle=()=>{clearTimeout(h)
d?.removeEventListener("abort",stop)}
l.on("error",e=>{settle()
i(new Error(`cannot run ${c}: ${e.message}`,{cause:e}))})
l.on("close",(e,n)=>{settle()
t({exitCode:e??128+(r[n??"SIGKILL"]??9),stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function append(e,n,t){e.push(n)
if(t===undefined)return
let s=e.reduce((e,{length:n})=>e+n,-t)
while(e[0]!==undefined&&s>=e[0].length)s-=e.shift()?.length??0}})}
