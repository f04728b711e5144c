export const id=336
export const ids=[336]
export const modules={47624:((e,n,t)=>{t.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var s=t(73024)
var r=t(51455)
var i=t(76760)
var o=t(45364)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}var c=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var d=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
function straightToPlugins(e){const n=dockerWith(e)
return async(t,s)=>{const[r=""]=t
const i=await findPlugin(r,{...process.env,...s?.env})
if(i===undefined)return n(t,s)
return e([i,...t],{...s,env:{...s?.env,...a}})}}const a={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(i.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const s=i.join((0,o.vg)(n),"cli-plugins")
return firstOf([s,...await extraFolders(n),...u],`docker-${e}`)}const u=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=i.join(t,n)
const o=t!==""&&await(0,r.access)(e,s.constants.X_OK).then(...f)
if(o)return e}return undefined}const f=[()=>true,()=>false]
async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const t=c(n,await(0,r.open)(e),true)
const{buffer:s}=await t.read(Buffer.alloc(2),0,2,0)
return s.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=d(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,o.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,s){const r=await findPlugin(n,t)
if(r===undefined)return undefined
try{const{stdout:n}=await e([r,"docker-cli-plugin-metadata"],{signal:s})
const{Version:t}=JSON.parse(n)
return typeof t==="string"&&t!==""?t:undefined}catch{return undefined}}}),5966:((e,n,t)=>{t.d(n,{H:()=>failedChecks})
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}}),42812:((e,n,t)=>{t.d(n,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const s=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const r=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(e){return e.replace(s,"").replace(r,e=>e.replace(/[^\t\n]/gu,""))}function harmless(e){return e.replace(s,"").replace(r," ")}function harmlessLines(e){return e.split(/\r?\n/).map(e=>harmless(e).trimEnd())}}),27630:((e,n,t)=>{t.d(n,{Il:()=>Activity,TN:()=>keyOf,b5:()=>doingWords})
var s=t(42812)
var r=t(9179)
var i=t(87055)
var o=t(15631)
function keyOf({stage:e,subject:n=""}){return`${e}\n${n}`}class Activity{#e
#n=new Map
constructor(e){this.#e=e}take(e){const{stage:n,subject:t,state:s,text:r,step:i,bytes:o}=e
const c=keyOf(e)
const d=this.#n.get(c)
const a=d&&this.#e()-d.since
if(s==="done"||s==="failed"){this.#n.delete(c)
if(t===undefined&&d!==undefined)this.#t(d.since)
return a}const u=d??{...{stage:n,since:this.#e(),said:undefined,steps:new Map},...t!==undefined&&{subject:t}}
this.#n.set(c,u)
if(s==="started")u.steps.clear()
if(i!==undefined)this.#s(u,i)
else if(r!==undefined||o!==undefined)u.said={what:r??u.said?.what??"",beside:0,...o&&{bytes:o}}
return a}all(){const e=[...this.#n].map(([e,{stage:n,subject:t,since:s,said:r,steps:i}])=>{const[o]=i.values()
const c=o===undefined?r:{...o,beside:i.size-1}
return{...{key:e,stage:n,since:s},...t!==undefined&&{subject:t},...c&&{now:c}}})
return[...e.filter(({now:e})=>e!==undefined),...e.filter(({now:e})=>e===undefined)]}#t(e){for(const[n,{subject:t,since:s}]of this.#n)if(t!==undefined&&s>=e)this.#n.delete(n)}#s({steps:e},{id:n,name:t,state:s,last:r,bytes:i}){if(s!=="running"){e.delete(n)
return}const{since:o=this.#e(),...c}=e.get(n)??{}
const d={...r!==undefined&&{last:r},...i!==undefined&&{bytes:i}}
e.set(n,{...c,...d,what:t,since:o})}}function doingWords({subject:e,now:n},t,c){if(n===undefined)return e===undefined?"":"waiting"
const{what:d,since:a,bytes:u,beside:f}=n
const l=[u===undefined?"":`, ${(0,o.Bc)(u)}`,a===undefined?"":` (${(0,r.p0)(t-a)})`,f>0?` and ${f} more`:""].join("")
return`${(0,i.yd)((0,s.Is)(d),Math.max(2,c-l.length))}${l}`}}),23423:((e,n,t)=>{t.d(n,{A:()=>logView})
var s=t(42812)
var r=t(9179)
var i=t(87055)
var o=t(27630)
var c=t(15631)
const d=8e3
const a=16
const u=10
const f=2e3
function logView(e){const{mode:n,write:t,now:s,fold:r,silenceMs:i=d}=e
const f=new o.Il(s)
const l=new Map
const p=new Map
let h=s()
const say=e=>{h=s()
t(e)}
const w=new StepLines(say)
const look=()=>{if(n==="plain")w.flush()
const e=f.all()
const silent=({key:e,since:n})=>s()-(l.get(e)??n)
const t=e.filter(e=>e.subject!==undefined)
const r=t.some(e=>silent(e)>=i)
const o=r?t.filter(e=>silent(e)>=i/2):[]
const d=s()-h>=i?e.filter(e=>e.subject===undefined):[]
const a=o.length>0?o:d.slice(-1)
for(const e of a.slice(0,u))say((0,c.oz)({...e,text:runningWords(e,s())},"running",s()-e.since))
if(a.length>u)say(`         and ${a.length-u} more`)
for(const{key:e}of a)l.set(e,s())}
const g=setInterval(look,i/a).unref()
const end=(e,i)=>{const o=(0,c.oz)(e,e.state,i)
const d=r!==undefined&&n==="auto"&&e.steps?.some(({state:e})=>e!=="failed")
h=s()
if(d)r(o,(0,c.mR)(e,"all"))
else t(o)
for(const s of(0,c.mR)(e,r||n==="plain"?"only failed":"failed"))t(s)}
return{progress:e=>{const t=(0,o.TN)(e)
const s=f.take(e)
if(e.state==="done"||e.state==="failed"){w.flush()
l.delete(t)
p.delete(t)
if(e.subject!==undefined)end(e,s)}else if(n==="plain"&&e.subject!==undefined){const n=h
if(e.step!==undefined)w.take({...e,step:e.step})
else if(e.text!==undefined&&p.get(t)!==e.text){p.set(t,e.text)
say((0,c.oz)(e,"running",s))}if(h!==n)l.set(t,h)}},line:say,[Symbol.dispose]:()=>{clearInterval(g)
w.flush()}}}function runningWords(e,n){const{last:t}=e.now??{}
const r=(0,o.b5)(e,n,100)
return t===undefined?r:`${r}: ${(0,i.yd)((0,s.Is)(t.trim()),120)}`}class StepLines{#r
#i=new Map
#o=new Map
#c=new Set
constructor(e){this.#r=e}take(e){const{stage:n,subject:t="",step:i}=e
const{id:c,name:d,state:a,durationMs:u=0,lines:l=[]}=i
const p=(0,o.TN)(e)
const h=this.#i.get(c)??{number:this.#i.size+1,key:p,lines:0}
this.#i.set(c,h)
const w=`${n.padEnd(7)}  ${(0,s.Is)(t)}  #${h.number}`
const g=`${p}\n${c}`
if(!this.#c.has(g))this.#r(`${w} ${(0,s.Is)(d)}`)
this.#c.add(g)
this.#o.delete(g)
if(h.key===p)this.#d(h,w,l)
if(a==="running")return
const y=h.lines-f
const m=y>0&&h.key===p?`; ${(0,r.LS)(y,"line")} not shown`:""
const b=a==="cached"?"CACHED":`${a==="failed"?"ERROR":"DONE"} ${(u/1e3).toFixed(1)}s`
this.#o.set(g,`${w} ${b}${m}`)}flush(){for(const e of this.#o.values())this.#r(e)
this.#o.clear()}#d(e,n,t){for(const r of t){e.lines++
if(e.lines<=f)this.#r(`${n} | ${(0,s.Is)(r.slice(0,4e3))}`)
else if(e.lines===f+1)this.#r(`${n} | ... more than ${f} lines: the rest is not shown`)}}}}),15631:((e,n,t)=>{t.d(n,{Bc:()=>bytesWords,mR:()=>stepLines,oz:()=>progressLine})
var s=t(42812)
var r=t(9179)
function progressLine({stage:e,subject:n="",text:t,bytes:i},o,c){const d=c===undefined?"":` ${(0,r.p0)(c)}`
const a=[e.padEnd(7),(0,s.Is)(n),`${o}${d}`,(0,s.Is)(t??""),i?bytesWords(i):""]
return a.filter(e=>e!=="").join("  ").trimEnd()}function bytesWords({done:e,total:n}){return n===undefined?(0,r.Ej)(e):`${(0,r.Ej)(e)} of ${(0,r.Ej)(n)}`}const i="         "
const o=4e3
function stepLines({steps:e=[]},n="failed"){return e.flatMap(({text:e,state:t,log:d,dropped:a=0})=>{if(n==="only failed"&&t!=="failed")return[]
if(n==="failed"&&(t==="cached"||e.startsWith("0.0s")))return[]
const u=n==="all"?d:t==="failed"?d.slice(-c):[]
const f=n==="all"?a:0
return[`${i}${(0,s.Is)(e)}`,...f>0?[`${i}  (${(0,r.LS)(f,"earlier line")} not kept)`]:[],...u.map(e=>`${i}  | ${(0,s.Is)(e.slice(0,o))}`)]})}const c=20}),49588:((e,n,t)=>{t.d(n,{m:()=>exec})
var s=t(31421)
var r=t(80481)
const i={SIGHUP:1,SIGINT:2,SIGQUIT:3,SIGABRT:6,SIGKILL:9,SIGSEGV:11,SIGPIPE:13,SIGTERM:15}
const exec=(e,n={})=>new Promise((t,o)=>{const[c,...d]=e
const{signal:a,graceMs:u=1e4,onLine:f}=n
if(a?.aborted){t({exitCode:130,stdout:"",stderr:""})
return}const l=(0,s.spawn)(c,d,{cwd:n.cwd,env:{...process.env,...n.env},stdio:[n.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const t=l[e]
if(!t)continue
if(!n.discard)t.on("data",t=>append(p[e],t,n.keep))
if(f)(0,r.createInterface)({input:t,crlfDelay:Number.POSITIVE_INFINITY}).on("line",n=>f(n,e))
else if(n.discard)t.resume()}l.stdin?.on("error",()=>{})
l.stdin?.end(n.input)
let h
const stop=()=>{l.kill("SIGINT")
h=setTimeout(()=>{l.kill("SIGKILL")
l.stdout?.destroy()
l.stderr?.destroy()},u)}
a?.addEventListener("abort",stop,{once:true})
const settle=()=>{clearTimeout(h)
a?.removeEventListener("abort",stop)}
l.on("error",e=>{settle()
o(new Error(`cannot run ${c}: ${e.message}`,{cause:e}))})
l.on("close",(e,n)=>{settle()
t({exitCode:e??128+(i[n??"SIGKILL"]??9),stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function append(e,n,t){e.push(n)
if(t===undefined)return
let s=e.reduce((e,{length:n})=>e+n,-t)
while(e[0]!==undefined&&s>=e[0].length)s-=e.shift()?.length??0}}),34493:((e,n,t)=>{t.d(n,{p:()=>holdText,x:()=>commitWords})
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function commitWords({revision:e,event:n}){const t=e.slice(0,12)
const s=n.kind==="pull_request"?n.headRevision:undefined
return s===undefined||s===e?t:`${t}, the merge of ${s.slice(0,12)}`}}),9179:((e,n,t)=>{t.d(n,{Ej:()=>size,LS:()=>plural,S8:()=>sizeChange,VK:()=>shortDigest,p0:()=>duration})
function duration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function size(e){const n=["B","kB","MB","GB","TB"]
let t=e
let s=0
while(t>=999.5&&s<n.length-1){t/=1e3
s+=1}return`${t>=100||s===0?Math.round(t):t.toFixed(1)} ${n[s]}`}function sizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${size(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,t=`${n}s`){return`${e} ${e===1?n:t}`}}),87055:((e,n,t)=>{t.d(n,{Ho:()=>padLeft,M7:()=>padRight,qz:()=>widthOf,yd:()=>cutTo})
var s=t(93223)
const r=/^[\x20-\x7e]*$/
function widthOf(e){return r.test(e)?e.length:(0,s.A)(e)}function cutTo(e,n){if(widthOf(e)<=n)return e
let t=""
let s=n-1
for(const{segment:n}of(new Intl.Segmenter).segment(e)){s-=widthOf(n)
if(s<0)break
t+=n}return`${t}\u2026`}const padRight=(e,n)=>e+" ".repeat(Math.max(0,n-widthOf(e)))
const padLeft=(e,n)=>" ".repeat(Math.max(0,n-widthOf(e)))+e})}
