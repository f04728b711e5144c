export const id=8340
export const ids=[8340]
export const modules={38206:((e,t,n)=>{n.d(t,{WU:()=>show,gP:()=>either,hD:()=>quote,tO:()=>findInvisible,yb:()=>codePoint})
const s=60
const i=/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]|[\ud800-\udfff]/u
const o=new RegExp(i.source,"gu")
function show(e,t=s){const n=e.length>t?`${e.slice(0,t)}\u2026`:e
return n.replace(o,asEscape)}function quote(e){return`"${show(e)}"`}function codePoint(e){return`U+${(e.codePointAt(0)??0).toString(16).toUpperCase().padStart(4,"0")}`}function findInvisible(e){for(const t of e.matchAll(o)){if(!/[\t\n\r\u200c\u200d]/.test(t[0]))return t.index}return undefined}function either(e){return e.length<2?e[0]??"":`${e.slice(0,-1).join(", ")} or ${e.at(-1)}`}function asEscape(e){return`\\u{${(e.codePointAt(0)??0).toString(16)}}`}}),93929:((e,t,n)=>{n.d(t,{p:()=>nearest})
const s=64
function nearest(e,t){if(e.length>s)return undefined
const n=e.length<3?0:Math.max(1,Math.floor(e.length/3))
let i
let o=n+1
for(const n of t){if(n.length>s||Math.abs(n.length-e.length)>=o)continue
const t=editDistance(e.toLowerCase(),n.toLowerCase())
if(t<o)[i,o]=[n,t]}return i}function editDistance(e,t){let n=[]
let s=Array.from({length:t.length+1},(e,t)=>t)
for(let i=1;i<=e.length;i++){const o=[i]
for(let a=1;a<=t.length;a++){const r=e[i-1]===t[a-1]
let d=Math.min((o[a-1]??0)+1,(s[a]??0)+1,(s[a-1]??0)+(r?0:1))
if(i>1&&a>1&&e[i-1]===t[a-2]&&e[i-2]===t[a-1])d=Math.min(d,(n[a-2]??0)+1)
o.push(d)}[n,s]=[s,o]}return s[t.length]??0}}),65501:((e,t,n)=>{n.d(t,{DB:()=>parseSize,E9:()=>parseDuration,EY:()=>parsePattern,F1:()=>parseAge,FL:()=>parsePlatform,Fg:()=>parseSubnet,MB:()=>bad,Qu:()=>parsePortNumber,Ug:()=>parseJsonTest,fj:()=>parseHealthPath,i$:()=>parseStatus,iT:()=>parseHeaderName,kB:()=>parseWord,pz:()=>parsePort,tN:()=>parseUser,uw:()=>good,xp:()=>parseGrpcService})
var s=n(43018)
var i=n(38206)
var o=n(93929)
const good=e=>({ok:true,value:e})
const bad=e=>({ok:false,fault:e})
const a={us:.001,ms:1,s:1e3,m:6e4,h:36e5}
const r=24*36e5
function parseDuration(e){const wrong=e=>bad({code:"catalog/duration",message:e,fix:'write a number and a unit, as in "500ms", "30s" or "1m30s"'})
if(!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/.test(e))return wrong(`${(0,i.hD)(e)} is no duration`)
let t=0
for(const[,n,s]of e.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g))t+=Number(n)*(a[s??""]??0)
return t<=r?good(t):wrong(`${(0,i.hD)(e)} is longer than a day`)}const d={h:36e5,d:864e5,w:7*864e5}
const l=366*864e5
function parseAge(e){const[,t,n]=/^([1-9]\d{0,5})([hdw])$/.exec(e)??[]
const s=Number(t)*(d[n??""]??Number.NaN)
if(s<=l)return good(s)
const o='write a number and a unit, as in "12h", "7d" or "2w"; a year is the most'
return bad({code:"catalog/age",message:`${(0,i.hD)(e)} is no time-to-live`,fix:o})}const c={b:1,k:2**10,m:2**20,g:2**30,t:2**40}
function parseSize(e){const[,t,n="b"]=/^(\d+(?:\.\d+)?)(?:([bkmgt])b?)?$/i.exec(e)??[]
const s=Math.round(Number(t)*(c[n.toLowerCase()]??Number.NaN))
if(t!==undefined&&s>0&&Number.isSafeInteger(s))return good(s)
return bad({code:"catalog/size",message:`${(0,i.hD)(e)} is no size`,fix:'write it as in "200mb" or "1.5gb"'})}function parsePortNumber(e){const wrong=(t,n)=>bad({code:"catalog/port",message:`${(0,i.hD)(e)} is no port`,why:t,fix:n})
if(/^0\d+$/.test(e))return wrong("a leading zero means octal to some readers",`write ${Number(e)} if that is meant`)
if(!/^\d+$/.test(e))return wrong("a port is a whole number in plain decimals",'write it as in "8080"')
const t=Number(e)
if(t<1||t>65535)return wrong("ports go from 1 to 65535","choose one of them")
return good(t)}function parsePort(e){const t='write "8080", or "8081:8080" with the host\'s port first, or "53:53/udp"'
const wrong=n=>bad({code:"catalog/port",message:`${(0,i.hD)(e)} is no port`,why:n,fix:t})
const[n="",s="tcp",...o]=e.split("/")
if(s!=="tcp"&&s!=="udp"||o.length>0)return wrong("after the slash comes tcp or udp")
const a=n.split(":")
if(/^\d+-\d+$/.test(a.at(-1)??""))return wrong("a range is not understood: list its ports one by one")
if(a.length>2)return wrong("an address is not taken: what publishes the port decides it")
if(a.includes(""))return wrong("a number is missing beside the colon")
const[r,d]=a.map(parsePortNumber)
if(r===undefined||!r.ok)return r??wrong("it is empty")
if(d===undefined)return good({container:r.value,protocol:s})
if(!d.ok)return d
return good({container:d.value,published:r.value,protocol:s})}function parseStatus(e){const[,t,n=t]=/^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(e)??[]
if(t!==undefined&&Number(t)<=Number(n))return good([Number(t),Number(n)])
const s='write 200, "200-299" or a list of them'
return bad({code:"catalog/status",message:`${(0,i.hD)(e)} is no HTTP status`,fix:s})}const u=[...["linux/arm64","linux/amd64","linux/arm/v7","linux/arm/v6","linux/arm/v5","linux/386","linux/riscv64"],...["linux/ppc64le","linux/s390x","linux/loong64","linux/mips64le","linux/mips64"],...["linux/amd64/v2","linux/amd64/v3","linux/amd64/v4"]]
const h={"linux/arm64/v8":"linux/arm64","linux/aarch64":"linux/arm64","linux/x86_64":"linux/amd64","linux/amd64/v1":"linux/amd64","linux/arm":"linux/arm/v7","linux/armhf":"linux/arm/v7"}
function parsePlatform(e){const t=h[e]??e
if(u.includes(t))return good(t)
const n=u.includes(`linux/${e}`)?`linux/${e}`:h[`linux/${e}`]??(0,o.p)(e,u)
const s=e.startsWith("windows/")?"only Linux images are built":undefined
const a=n===undefined?`choose one of ${u.slice(0,4).join(", ")} \u2026`:`did you mean ${n}?`
return bad({code:"catalog/platform",message:`${(0,i.hD)(e)} is no platform`,...s&&{why:s},fix:a})}function parseUser(e){const t=e.split(":")
if(t.length<=2&&t.every(e=>/^(?:0|[1-9]\d{0,9})$/.test(e)&&Number(e)<2**32-1))return good(e)
const n="names are looked up in the image, which may not have them"
return bad({code:"catalog/user",message:`${(0,i.hD)(e)} is no numeric user`,why:n,fix:'write "65532:65532"'})}const f=/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
function parseHeaderName(e){if(f.test(e)&&e.toLowerCase()!=="host")return good(e)
const t=e.toLowerCase()==="host"?"the host is always the container":undefined
const n=`${(0,i.hD)(e)} cannot be set as a header`
return bad({code:"catalog/header",message:n,...t&&{why:t},fix:'write it as in "Accept"'})}function parseHealthPath(e){if(/^\/(?!\/)[!-~]*$/.test(e)&&!e.includes("#")&&!e.includes("\\"))return good(e)
const t=/^(?:https?:)?\/\//.test(e)?"the host is always the container itself":undefined
const n=`${(0,i.hD)(e)} is no path to ask for`
return bad({code:"catalog/health",message:n,...t&&{why:t},fix:'write it as in "/health"'})}function parsePattern(e){try{new RegExp(e,"u")}catch(t){const n=t instanceof Error?t.message.replace(/^Invalid regular expression: /,""):String(t)
const s="write one that JavaScript takes with the flag u; a plain text stands under `body`"
return bad({code:"catalog/pattern",message:`${(0,i.hD)(e)} is no regular expression`,why:n,fix:s})}return e.trim()===""?bad({code:"catalog/pattern",message:"an empty regular expression",fix:"leave the key out"}):good(e)}function parseJsonTest(e){const t=(0,s.f)(e)
if(t.kind==="test")return good(e)
const n="write a path, or compare it with a value, as in '$.status == \"healthy\"'"
return bad({code:"catalog/json",message:`${(0,i.hD)(e)} cannot be read`,why:t.why,fix:n})}function parseGrpcService(e){if(/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(e)&&e.length<=200)return good(e)
const t=`${(0,i.hD)(e)} is no gRPC service`
return bad({code:"catalog/health",message:t,fix:'write it as in "lucid.chain.v1.Chain"'})}function parseWord(e){return t=>{const n=e.find(e=>e===t)
if(n!==undefined)return good(n)
const s=(0,o.p)(t,e)
const a=s===undefined?`write ${(0,i.gP)(e)}`:`did you mean ${s}?`
return bad({code:"catalog/value",message:`${(0,i.hD)(t)} is not ${(0,i.gP)(e)}`,fix:a})}}function parseSubnet(e){const wrong=t=>bad({code:"catalog/subnet",message:`${(0,i.hD)(e)} is no subnet`,why:t,fix:'write it as in "172.20.0.0/16"'})
const t=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(e)?.slice(1).map(Number)
if(t===undefined)return wrong("it is four numbers, a slash and a prefix length")
const[n=0,s=0,o=0,a=0,r=0]=t
if(Math.max(n,s,o,a)>255)return wrong("a number is over 255")
if(r<8||r>29)return wrong("the prefix goes from 8 to 29")
const d=((n*256+s)*256+o)*256+a
if(d%2**(32-r)!==0)return wrong("it has bits below its prefix")
return good(e)}}),27630:((e,t,n)=>{n.d(t,{Il:()=>Activity,TN:()=>keyOf,b5:()=>doingWords})
var s=n(42812)
var i=n(9179)
var o=n(87055)
var a=n(15631)
function keyOf({stage:e,subject:t=""}){return`${e}\n${t}`}class Activity{#e
#t=new Map
constructor(e){this.#e=e}take(e){const{stage:t,subject:n,state:s,text:i,step:o,bytes:a}=e
const r=keyOf(e)
const d=this.#t.get(r)
const l=d&&this.#e()-d.since
if(s==="done"||s==="failed"){this.#t.delete(r)
if(n===undefined&&d!==undefined)this.#n(d.since)
return l}const c=d??{...{stage:t,since:this.#e(),said:undefined,steps:new Map},...n!==undefined&&{subject:n}}
this.#t.set(r,c)
if(s==="started")c.steps.clear()
if(o!==undefined)this.#s(c,o)
else if(i!==undefined||a!==undefined)c.said={what:i??c.said?.what??"",beside:0,...a&&{bytes:a}}
return l}all(){const e=[...this.#t].map(([e,{stage:t,subject:n,since:s,said:i,steps:o}])=>{const[a]=o.values()
const r=a===undefined?i:{...a,beside:o.size-1}
return{...{key:e,stage:t,since:s},...n!==undefined&&{subject:n},...r&&{now:r}}})
return[...e.filter(({now:e})=>e!==undefined),...e.filter(({now:e})=>e===undefined)]}#n(e){for(const[t,{subject:n,since:s}]of this.#t)if(n!==undefined&&s>=e)this.#t.delete(t)}#s({steps:e},{id:t,name:n,state:s,last:i,bytes:o}){if(s!=="running"){e.delete(t)
return}const{since:a=this.#e(),...r}=e.get(t)??{}
const d={...i!==undefined&&{last:i},...o!==undefined&&{bytes:o}}
e.set(t,{...r,...d,what:n,since:a})}}function doingWords({subject:e,now:t},n,r){if(t===undefined)return e===undefined?"":"waiting"
const{what:d,since:l,bytes:c,beside:u}=t
const h=[c===undefined?"":`, ${(0,a.Bc)(c)}`,l===undefined?"":` (${(0,i.p0)(n-l)})`,u>0?` and ${u} more`:""].join("")
return`${(0,o.yd)((0,s.Is)(d),Math.max(2,r-h.length))}${h}`}}),40641:((e,t,n)=>{n.d(t,{FO:()=>exitCodeOf,LL:()=>exitCodeOfError,NS:()=>a,hS:()=>r})
var s=n(66535)
var i=n(56008)
var o=n(65875)
const a={fine:0,failed:1,usage:2,environment:3,interrupted:130}
const r=[{code:a.fine,meaning:"everything that was asked for is done"},{code:a.failed,meaning:"something failed: a Dockerfile, a build, a health check, a publication"},{code:a.usage,meaning:"a mistake on the command line or in the catalog"},{code:a.environment,meaning:"the surroundings: no engine, no emulation, a registry that does not answer"},{code:a.interrupted,meaning:"interrupted"}]
const d=/^(engine|registry|docker|git|github|network|environment|login)\//
function exitCodeOfError(e){if(!(e instanceof i.yo)||e instanceof s.KQ)return a.failed
return e.problems.some(({code:e})=>d.test(e))?a.environment:a.usage}function exitCodeOf({plan:e,verifyHost:t,doctor:n,...s}){if(n!==undefined)return exitCodeOfDoctor(n)
const i=s.verify?.images.some(({digest:e})=>e===undefined)||t?.images.some(({state:e})=>e==="absent"||e==="old")
if(i)return a.failed
if(e!==undefined)return codeOf((0,o.ZH)({plan:e,...s}))
const r=new Set(t?.smoke.services.map(({verdict:e})=>e))
return r.has("unhealthy")?a.failed:r.has("unknown")?a.environment:a.fine}function codeOf(e){switch(e.kind){case"failed":return e.unanswered?a.environment:a.failed
case"cancelled":return a.interrupted
case"held":case"planned":case"well":return a.fine
default:return e}}function exitCodeOfDoctor({checks:e}){const t=e.filter(({state:e})=>e==="failed")
if(t.some(({id:e})=>e!=="catalog"))return a.environment
return t.length>0?a.usage:a.fine}}),23423:((e,t,n)=>{n.d(t,{A:()=>logView})
var s=n(42812)
var i=n(9179)
var o=n(87055)
var a=n(27630)
var r=n(15631)
const d=8e3
const l=16
const c=10
const u=2e3
function logView(e){const{mode:t,write:n,now:s,fold:i,silenceMs:o=d}=e
const u=new a.Il(s)
const h=new Map
const f=new Map
let p=s()
const say=e=>{p=s()
n(e)}
const m=new StepLines(say)
const look=()=>{if(t==="plain")m.flush()
const e=u.all()
const silent=({key:e,since:t})=>s()-(h.get(e)??t)
const n=e.filter(e=>e.subject!==undefined)
const i=n.some(e=>silent(e)>=o)
const a=i?n.filter(e=>silent(e)>=o/2):[]
const d=s()-p>=o?e.filter(e=>e.subject===undefined):[]
const l=a.length>0?a:d.slice(-1)
for(const e of l.slice(0,c))say((0,r.oz)({...e,text:runningWords(e,s())},"running",s()-e.since))
if(l.length>c)say(`         and ${l.length-c} more`)
for(const{key:e}of l)h.set(e,s())}
const g=setInterval(look,o/l).unref()
const end=(e,o)=>{const a=(0,r.oz)(e,e.state,o)
const d=i!==undefined&&t==="auto"&&e.steps?.some(({state:e})=>e!=="failed")
p=s()
if(d)i(a,(0,r.mR)(e,"all"))
else n(a)
for(const s of(0,r.mR)(e,i||t==="plain"?"only failed":"failed"))n(s)}
return{progress:e=>{const n=(0,a.TN)(e)
const s=u.take(e)
if(e.state==="done"||e.state==="failed"){m.flush()
h.delete(n)
f.delete(n)
if(e.subject!==undefined)end(e,s)}else if(t==="plain"&&e.subject!==undefined){const t=p
if(e.step!==undefined)m.take({...e,step:e.step})
else if(e.text!==undefined&&f.get(n)!==e.text){f.set(n,e.text)
say((0,r.oz)(e,"running",s))}if(p!==t)h.set(n,p)}},line:say,[Symbol.dispose]:()=>{clearInterval(g)
m.flush()}}}function runningWords(e,t){const{last:n}=e.now??{}
const i=(0,a.b5)(e,t,100)
return n===undefined?i:`${i}: ${(0,o.yd)((0,s.Is)(n.trim()),120)}`}class StepLines{#i
#o=new Map
#a=new Map
#r=new Set
constructor(e){this.#i=e}take(e){const{stage:t,subject:n="",step:o}=e
const{id:r,name:d,state:l,durationMs:c=0,lines:h=[]}=o
const f=(0,a.TN)(e)
const p=this.#o.get(r)??{number:this.#o.size+1,key:f,lines:0}
this.#o.set(r,p)
const m=`${t.padEnd(7)}  ${(0,s.Is)(n)}  #${p.number}`
const g=`${f}\n${r}`
if(!this.#r.has(g))this.#i(`${m} ${(0,s.Is)(d)}`)
this.#r.add(g)
this.#a.delete(g)
if(p.key===f)this.#d(p,m,h)
if(l==="running")return
const b=p.lines-u
const k=b>0&&p.key===f?`; ${(0,i.LS)(b,"line")} not shown`:""
const w=l==="cached"?"CACHED":`${l==="failed"?"ERROR":"DONE"} ${(c/1e3).toFixed(1)}s`
this.#a.set(g,`${m} ${w}${k}`)}flush(){for(const e of this.#a.values())this.#i(e)
this.#a.clear()}#d(e,t,n){for(const i of n){e.lines++
if(e.lines<=u)this.#i(`${t} | ${(0,s.Is)(i.slice(0,4e3))}`)
else if(e.lines===u+1)this.#i(`${t} | ... more than ${u} lines: the rest is not shown`)}}}}),61e3:((e,t,n)=>{n.d(t,{fF:()=>y,cz:()=>optionsOf,hL:()=>s})
const s=["plan","lint","build","verify","smoke","publish","report","run","bake","verify-host","init","doctor","setup"]
const i=["plan","lint","build","verify","smoke","publish","report","run","bake"]
const o=[...i,"verify-host"]
const a=["plan","build","verify","smoke","publish","report","run","bake"]
const r=["plan","build","run","bake"]
const d=["build","run","bake"]
const l=[{name:"no-cache",kind:"flag",stages:d,description:"Run every step again, without BuildKit's cache. What the registry has is still not built; see force."},{name:"builder",kind:"string",placeholder:"name",stages:[...d,"doctor"],description:"The buildx builder to use. Without it, the current one."},{name:"cache-type",kind:"choice",choices:["auto","gha","registry","local","inline","none"],default:"auto",stages:d,description:"Where layers are kept between machines (docs/build.md). `auto` is GitHub's cache where there is one and the builder does not outlive the job, else none: the builder keeps its own."},{name:"cache-folder",kind:"path",placeholder:"folder",stages:d,description:"Folder of the `local` cache. Without it, one in the user's cache."},{name:"provenance",kind:"choice",choices:["off","min","max"],default:"off",stages:d,description:"Attest how each image was built, beside it in the registry. `max` also has the values of build args, and is refused where the catalog gives any."},{name:"sbom",kind:"string",placeholder:"image",default:"off",none:"off",stages:d,description:"Attest what is in each image, found by this generator: an image that follows BuildKit's scanner protocol, or `on` for BuildKit's own (docker.io/docker/buildkit-syft-scanner)."},{name:"build-secrets",kind:"string",only:"action",stages:["build","run"],description:"Values for the catalog's `secrets`: a JSON object such as `toJSON(secrets)`, or one `NAME=value` per line for values of one line. Each value is masked. Only builds can read them."},{name:"build-secret-names",kind:"list",default:"*",none:"none",only:"action",stages:["build","run"],description:"The only names that builds may read, from `build-secrets` or from the environment of the step. `*` allows all names, `none` none."},{name:"ssh-keys",kind:"string",only:"action",stages:["build","run"],description:"Private keys without a passphrase, one below the other. An SSH agent with these keys runs for the rest of the job, for the catalog's `ssh: [default]`."},{name:"print",kind:"flag",only:"command",stages:["build"],description:"Show the bake definition and build nothing."}]
const c=[{name:"fail-on",kind:"choice",choices:["error","warning","note","never"],default:"error",stages:["lint"],description:"The mildest finding that makes it fail."},{name:"index-url",kind:"string",placeholder:"url",env:"PIP_INDEX_URL",stages:["lint","run"],description:"Package index to look requirements up in, as pip takes it; a user and password in it are never shown. What the requirements file or the Dockerfile says wins. Without either, PyPI."},{name:"index-timeout",kind:"number",placeholder:"seconds",default:"10",stages:["lint","run"],description:"Time for all questions to package indexes together. What is not answered by then is not checked."},{name:"offline",kind:"flag",stages:["lint","run"],description:"Ask no package index, and in lint no registry: only what earlier runs were told of packages counts, however old it is."},{name:"build-checks",kind:"choice",choices:["auto","on","off"],default:"auto",stages:["lint"],description:"BuildKit's own checks (`docker buildx build --call=check`) in the same list. `auto` leaves them out where there is no engine, `on` fails there."},{name:"baseline",kind:"path",placeholder:"file",stages:["lint"],description:"Findings that this file lists are old: they are counted, and fail nothing."},{name:"update-baseline",kind:"flag",stages:["lint"],description:"Write what is found now into the baseline file."},{name:"sarif",kind:"path",placeholder:"file",stages:["lint"],description:"Write the findings there too, as SARIF 2.1.0 for code scanning. They always are in `lint.sarif` in `out`."},{name:"fix",kind:"flag",only:"command",stages:["lint"],description:"Mend what can be mended safely, and show it as a diff."},{name:"dry-run",kind:"flag",only:"command",stages:["lint","init"],description:"Show what would be written, and write nothing. In lint with `fix`."}]
const u=[{name:"min-disk",kind:"number",placeholder:"GB",default:"10",only:"command",stages:["doctor"],description:"Free space that the engine's disk must have."},{name:"timeout",kind:"duration",placeholder:"time",stages:[...o],description:"Ends the stage after this time, as failed: `58m`. Its results so far are kept and written. In a workflow, set it two minutes below the step's `timeout-minutes`: then a build that hangs is a failure with a reason, and holds up no other service."},{name:"json",kind:"flag",only:"command",stages:[...o,"init","doctor"],description:"The document on standard output as JSON; everything else goes to standard error."}]
const h=[{name:"force",kind:"flag",short:"f",stages:["plan","build","run"],description:"Build what is selected even if the registry has it."},{name:"stale",kind:"flag",stages:a,description:"Build anew, without a cache, what is older than the `ttl` that the catalog gives it: for a nightly. Every job of such a run has to be given it (docs/nightly.md)."},{name:"max-jobs",kind:"number",placeholder:"n",stages:["plan"],description:"Pack the matrix into at most this many legs, but one for each platform and kind of runner. Without it, a leg an image, up to GitHub's 256."},{name:"smoke-jobs",kind:"choice",choices:["off","changed","dependents","all"],default:"off",only:"action",stages:["plan"],description:"Also work out the jobs for smoke, as `smoke` will be asked: which images have passed before, the registry knows. For the output `smoke-matrix`."},{name:"smoke-runner",kind:"string",only:"action",stages:["plan"],description:"Where these jobs run, in place of the runner of their platform: a label, or a JSON list of labels."},{name:"times",kind:"path",placeholder:"file",stages:["plan"],description:"Build times to pack by: a `build.json`, or a folder with those of all legs of an earlier run. Without it, the `build.json` in `out` if there is one, else the jobs of the workflow's last good run, else the images' sizes."},{name:"inputs",kind:"flag",stages:["plan"],description:"List what each selected image is built from: files, images, URLs, contexts, arguments, secrets."},{name:"event",kind:"event",placeholder:"event",stages:a,description:"What to take as the cause of this run, for tags: `push:main`, `tag:v1.2.0`, `pull_request:7`, `merge_group:main`, `schedule:main`, `manual`. Without it, what GitHub's event and the checkout prove, else the local branch. Inside GitHub Actions it changes names and labels only: it permits no floating tag and no version."},{name:"revision",kind:"string",placeholder:"commit",stages:a,description:"Commit to label and tag with. Without it, the one that is checked out. Inside GitHub Actions another one changes names and labels only: no floating tag moves and no version is written."},{name:"date",kind:"string",placeholder:"date",default:"commit",stages:a,description:"Date for tags, labels and BUILD_DATE: `commit`, `now`, or one such as `2025-10-24T15:51:32Z`. Files in layers do not get it. With `now`, hand the plan on to later jobs."}]
const f=[{name:"require-smoke",kind:"flag",default:"true",stages:["publish","run"],description:"Floating tags move only to a digest that passed smoke. Off, they move without.",offDescription:"Move floating tags also to digests that have not passed smoke."},{name:"despite-smoke",kind:"flag",stages:["publish"],description:"Publish one service although smoke failed or did not run. Needs `reason`; report, comment and ledger show who did it, when and why."},{name:"reason",kind:"string",placeholder:"text",stages:["publish"],description:"Why `despite-smoke` is right: a single line."},{name:"smoke-results",kind:"path",placeholder:"file",stages:["publish"],description:"What smoke said: a `smoke.json`, or a folder with those of all legs. Without it, the one in `out`, and what smoke left in the registry from other jobs."},{name:"sign",kind:"choice",choices:["off","key","keyless"],default:"off",stages:["publish","run"],description:"Sign each index with cosign before floating tags name it, and read the signature back: with a key, or keyless by the job's own identity (`id-token: write`). cosign has to be installed."},{name:"sign-key",kind:"string",placeholder:"key",env:"COSIGN_KEY",stages:["publish","run"],description:"Key for `sign: key`, as cosign takes it: a file, `env://COSIGN_PRIVATE_KEY`, the address of a key service. Its password is read from `COSIGN_PASSWORD`."},{name:"sign-log",kind:"flag",default:"true",stages:["publish","run"],description:"Record signatures by key in the public transparency log; keyless ones always are.",offDescription:"Keep signatures by key out of the public transparency log."},{name:"allow-dirty",kind:"flag",stages:["publish","run"],description:"Move floating tags even if the working tree holds changes that no commit has."},{name:"allow-unordered",kind:"flag",stages:["publish","run"],description:"Move floating tags to this commit although another branch published last, or nothing proves that this commit is newer (a shallow clone without a token)."}]
const p=[{name:"results",kind:"path",placeholder:"folder",stages:["report"],description:"Folder that holds the documents of all jobs somewhere below it (the artifacts of a matrix, downloaded): the report is about all of them together. Without it, about what `out` holds."},{name:"history",kind:"path",placeholder:"file",stages:["report","run"],description:"JSON file that keeps sizes, times and health of the last 90 runs, for trends; each report adds its run. Keep it in a cache, an artifact or a branch. Without it, `history.json` in `out`."},{name:"completion",kind:"flag",stages:["report"],description:"Also write `completion.md`: images, specifications, checks, commands, fixes and the progress of the plan, as a document to keep. Every tick in it is a check that ran."},{name:"summary",kind:"flag",default:"true",actionDefault:"$"+"{{ !(strategy.job-total > 1) }}",only:"action",stages:s.filter(e=>e!=="setup"&&e!=="bake"),description:"Write a summary of the step. In a matrix each leg would write one: off there by default, since one report tells of all."}]
const m=[{name:"catalog",kind:"path",short:"c",placeholder:"file",default:"lucid.yml",stages:[...o,"init","doctor"],description:"The service catalog."},{name:"from",kind:"list",placeholder:"file",only:"command",stages:["init"],description:"Import the `docker build` commands of this Markdown file or shell script, too. They are read, not run."},{name:"service",kind:"list",default:"*",refuseBlank:true,stages:o,description:"Services to work on, by name or glob (`session-*`)."},{name:"phase",kind:"list",stages:o,description:"Only services of these phases."},{name:"changed",kind:"string",placeholder:"commit",stages:r,description:"Of these, only services that are built from something else than at this commit or branch, by the same components that make the fingerprint, or are put to other checks by smoke. Base images that moved are not looked at. Needs the commit in the clone."},{name:"dependents",kind:"flag",stages:r,description:"Also all services that are built from those that are selected, or need them to run."},{name:"platform",kind:"list",placeholder:"os/arch",stages:[...a,"verify-host"],description:"Only these platforms, for example `linux/arm64`. Without it, all that the catalog names."},{name:"registry",kind:"string",placeholder:"host",stages:[...o,"doctor","setup"],description:"Registry to push to, in place of the catalog's: `ghcr.io`, `127.0.0.1:5000`."},{name:"mirror",kind:"pairs",placeholder:"host=prefix",env:"LUCID_MIRRORS",stages:[...a,"verify-host","setup"],description:"Where base images of a registry, and what setup needs, are pulled from instead: `docker.io=127.0.0.1:5000/docker.io`. Never used for what is pushed."},{name:"out",kind:"path",short:"o",placeholder:"folder",stages:o,description:"Folder for documents, logs and the report. Without it, a folder of this catalog's own in the user's cache; in a workflow `$RUNNER_TEMP/lucid`."},{name:"plan",kind:"path",placeholder:"file",default:"new",none:"new",refuseBlank:true,stages:["build","verify","smoke","publish","report","bake"],description:"Follow this plan: a `plan.json` that `plan` wrote, or in another job its output `packed`. `new` makes one from what the registry holds now."}]
const g=[{name:"platforms",kind:"list",default:"linux/arm64",stages:["setup"],description:"Platforms that builds and smoke will want."},{name:"emulate",kind:"flag",actionDefault:{setup:"true"},stages:["plan","setup"],description:"QEMU for platforms that a machine does not run itself. Setup makes it ready; off, their lack is an error. Plan puts all legs of the matrix on the plain runner; off, each platform has a runner of its own."},{name:"binfmt-image",kind:"string",default:"docker.io/tonistiigi/binfmt@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0",stages:["setup"],description:"Image with QEMU and a program that registers it, which is run once: as root beside the engine where that can be, else in a container with `--privileged`. Kept in GitHub's cache where it is pinned by digest."},{name:"driver",kind:"choice",choices:["auto","docker-container","kubernetes","remote"],default:"auto",stages:["setup"],description:"`auto` keeps the current builder if it can do the job and none of the inputs below is given. Any other creates a builder of its own, removed at the end."},{name:"buildkit-image",kind:"string",default:"docker.io/moby/buildkit@sha256:28a898719c18a33f4e8000685287fa36fd0dd9560c6440227d3a732d79bb41d8",stages:["setup"],description:"BuildKit of the builder that is created, unless driver-opts name an image. Kept in GitHub's cache where it is pinned by digest."},{name:"driver-opts",kind:"lines",stages:["setup"],description:"Options of the builder that is created, one a line, as `docker buildx create --driver-opt` takes them."},{name:"endpoint",kind:"string",stages:["setup"],description:"Address of the builder that is created: for `remote`, for example `tcp://buildkit:1234`."},{name:"nodes",kind:"string",stages:["setup"],description:"Machines of the builder that is created, a YAML list of `name`, `endpoint`, `platforms`, `driver-opts` and `buildkitd-flags`, as `docker buildx create` takes them: `- {name: pi, endpoint: ssh://pi@raspberrypi, platforms: linux/arm64}`."},{name:"buildkitd-config",kind:"path",stages:["setup"],description:"Configuration file of the BuildKit that is started. Without it, one is made of `mirror`, the engine's own mirrors and `max-parallelism`."},{name:"max-parallelism",kind:"number",placeholder:"n",stages:["setup"],description:"Most steps that the created builder runs at the same time."},{name:"cache-images",kind:"flag",actionDefault:{setup:"true"},stages:["setup"],description:"Keep the images of QEMU and BuildKit in GitHub's cache, so that not every job pulls them from Docker Hub. A pull request from a fork only reads them."},{name:"registry-username",kind:"string",only:"action",stages:["setup","run"],description:"Logs in to `registry`, which has to be given then, for this job only. Without it, the login that is there is used."},{name:"registry-password",kind:"string",only:"action",stages:["setup","run"],description:"Password or token for registry-username."},{name:"logins",kind:"lines",only:"action",stages:["setup","run"],description:"Registries to log in to for this job only, one a line: host, user and password, with blanks between. `docker.io` is Docker Hub."}]
const b=[{name:"progress",kind:"choice",choices:["auto","plain"],default:"auto",stages:["build","verify","smoke","publish","run","verify-host"],description:"What is shown during a run. `auto`: one line per service on a terminal; in a log, finished work, and at least every 10 seconds what is running. `plain`: every line of every step, prefixed with the service."}]
const k=[{name:"smoke",kind:"choice",choices:["changed","dependents","all","off"],default:"changed",stages:["smoke","run"],description:"Which services are started and probed: those whose bytes have not passed before under the same checks, these and what needs them to run, all that are selected, or none."},{name:"docker-host",kind:"string",placeholder:"address",stages:["smoke","run","verify-host"],description:"Engine to start the services on: `ssh://pi@raspberrypi`, `tcp://10.0.0.7:2376`. Without it, the one that Docker itself would take. Builds stay where they are."},{name:"docker-context",kind:"string",placeholder:"name",stages:["smoke","run","verify-host"],description:"The same by the name of a Docker context."},{name:"max-parallel",kind:"number",placeholder:"n",stages:["build","smoke","run","verify-host"],description:"At most this many images are built, and services started, at once. Without it, BuildKit decides on the builds, and four services for each CPU are started, two where they are emulated; never more than fit into the engine's memory."}]
const w=[{name:"github-token",kind:"string",placeholder:"token",env:"GITHUB_TOKEN",actionDefault:"$"+"{{ github.token }}",only:"action",stages:["plan","publish","report","run"],description:"Asks GitHub whether this commit is newer than the published one, where a shallow clone does not know (`contents: read`), and how long the jobs of the last run took, to spread this one's (`actions: read`), and what a branch's head is, where another commit than the event's is checked out (`contents: read`). Writes what `comment` and `issue` say."},{name:"comment",kind:"choice",choices:["auto","true","false"],default:"auto",actionDefault:{run:"$"+"{{ strategy.job-total > 1 && 'false' || 'auto' }}"},only:"action",stages:["report","run"],description:"One comment on the pull request, kept up to date (`pull-requests: write`). `auto` writes it where the token may, and tells what is missing where not; with `true` that is an error. A fork's token may never: then it is left out."},{name:"report-name",kind:"string",placeholder:"name",default:"lucid-report",only:"action",stages:["report","run"],description:"Sets its comment and its issue apart from those of another report on the same catalog in the same workflow."},{name:"issue",kind:"flag",only:"action",stages:["report","run"],description:"For a nightly: opens an issue when the run failed (`issues: write`), comments on it when another failure comes, and closes it when all is well again."},{name:"issue-title",kind:"string",placeholder:"title",only:"action",stages:["report","run"],description:"Title of that issue. Without it, that the workflow fails."},{name:"issue-labels",kind:"list",placeholder:"label",default:"lucid",only:"action",stages:["report","run"],description:"Labels of that issue. The first is what it is found by, beside a hidden mark."},{name:"recall",kind:"flag",only:"action",stages:["report"],description:"Tell also what other jobs of this run did: builds and smoke as they left it in the registry, publish by `publish-result`."},{name:"publish-result",kind:"string",only:"action",stages:["report"],description:"Output `packed` of publish, from another job."},{name:"job-results",kind:"list",placeholder:"result",only:"action",stages:["report"],description:"How the jobs before ended: `join(needs.*.result, ',')`, or `publish=failure` with the job's name. A job that failed makes the run red, also without a document; a cancelled one makes it cancelled: no comment, no issue."}]
const y=[...m,...h,...l,...k,...f,...c,...p,...w,...g,...b,...u]
function optionsOf(e,t){const n=y
return n.filter(n=>n.stages.includes(e)&&(n.only??t)===t)}}),15631:((e,t,n)=>{n.d(t,{Bc:()=>bytesWords,mR:()=>stepLines,oz:()=>progressLine})
var s=n(42812)
var i=n(9179)
function progressLine({stage:e,subject:t="",text:n,bytes:o},a,r){const d=r===undefined?"":` ${(0,i.p0)(r)}`
const l=[e.padEnd(7),(0,s.Is)(t),`${a}${d}`,(0,s.Is)(n??""),o?bytesWords(o):""]
return l.filter(e=>e!=="").join("  ").trimEnd()}function bytesWords({done:e,total:t}){return t===undefined?(0,i.Ej)(e):`${(0,i.Ej)(e)} of ${(0,i.Ej)(t)}`}const o="         "
const a=4e3
function stepLines({steps:e=[]},t="failed"){return e.flatMap(({text:e,state:n,log:d,dropped:l=0})=>{if(t==="only failed"&&n!=="failed")return[]
if(t==="failed"&&(n==="cached"||e.startsWith("0.0s")))return[]
const c=t==="all"?d:n==="failed"?d.slice(-r):[]
const u=t==="all"?l:0
return[`${o}${(0,s.Is)(e)}`,...u>0?[`${o}  (${(0,i.LS)(u,"earlier line")} not kept)`]:[],...c.map(e=>`${o}  | ${(0,s.Is)(e.slice(0,a))}`)]})}const r=20}),48791:((e,t,n)=>{n.d(t,{A:()=>parseOptions})
var s=n(76760)
var i=n(65501)
var o=n(56008)
function parseEvent(e){const t=e.indexOf(":")
const n=t<0?e:e.slice(0,t)
const s=t<0?"":e.slice(t+1)
switch(n){case"manual":return s===""?{kind:n}:{kind:n,branch:s}
case"push":case"schedule":return s===""?undefined:{kind:n,branch:s}
case"tag":return s===""?undefined:{kind:n,tag:s}
case"merge_group":return s===""?undefined:{kind:n,base:s}
case"pull_request":return/^[1-9]\d*$/.test(s)?{kind:n,number:Number(s),head:"",base:"",fork:true}:undefined
default:return undefined}}var a=n(61e3)
var r=n(32563)
function parseOptions(e,{env:t,cwd:n}){const i=[]
const d={}
for(const n of a.fF){const s=n.env&&t[n.env]||n.default
try{d[camelCase(n.name)]=parse(n,e[n.name],s)}catch(e){if(!(e instanceof o.yo))throw e
i.push(...e.problems)}}if(i.length>0)throw new o.yo(i)
const l=d
return{...l,out:l.out?(0,s.resolve)(n,l.out):(0,r.Ee)(t,(0,s.resolve)(n,l.catalog))}}function camelCase(e){return e.replace(/-(.)/g,(e,t)=>t.toUpperCase())}function parse(e,t,n){const s=typeof t==="string"&&t.trim()===""||Array.isArray(t)&&t.every(e=>e.trim()==="")
if(s&&e.refuseBlank)throw wrong(e,"is blank",{why:"a blank value would stand for everything; job outputs that may hold a secret are blanked by GitHub",fix:`leave it out for the default (${e.default}), or check the output it comes from`})
const i=t===undefined||s?n:t
return d[e.kind](e,i===e.none?undefined:i)}const d={string:(e,t)=>values_text(t),path:(e,t)=>values_text(t),flag:parseFlag,list:(e,t)=>toList(t,/[,\n]/),lines:(e,t)=>toList(t,/\n/),number:parseNumber,duration:parseTime,choice:parseChoice,pairs:parsePairs,event:(e,t)=>{const n=values_text(t)
if(n===undefined)return undefined
const s=parseEvent(n)
if(s===undefined)throw wrong(e,`"${n}" is no event`,{fix:"one of push:<branch>, tag:<tag>, pull_request:<number>, merge_group:<base>, schedule:<branch>, manual"})
return s}}
const values_text=e=>typeof e==="string"?e:Array.isArray(e)?e.at(-1):undefined
function toList(e,t){const n=typeof e==="string"?[e]:Array.isArray(e)?e:[]
return n.flatMap(e=>e.split(t)).map(e=>e.trim()).filter(e=>e!=="")}function parseFlag(e,t){if(typeof t==="boolean")return t
const n=values_text(t)?.trim()
if(n===undefined)return false
if(/^(true|True|TRUE)$/.test(n))return true
if(/^(false|False|FALSE)$/.test(n))return false
throw wrong(e,`"${n}" is neither true nor false`,{})}function parseNumber(e,t){const n=values_text(t)
if(n===undefined)return undefined
if(!/^[1-9]\d{0,5}$/.test(n.trim()))throw wrong(e,`"${n}" is no whole number of at least 1`,{})
return Number(n)}function parseTime(e,t){const n=values_text(t)?.trim()
if(n===undefined)return undefined
const s=(0,i.E9)(n)
if(!s.ok)throw wrong(e,`${JSON.stringify(n)} is not a duration of at most a day`,{fix:"write it as in 58m or 1h30m"})
if(s.value===0)throw wrong(e,"must be more than 0",{})
return s.value}function parseChoice(e,t){const n=values_text(t)
if(n===undefined||e.choices?.includes(n))return n
throw wrong(e,`"${n}" is not known`,{fix:`one of ${e.choices?.join(", ")}`})}function parsePairs(e,t){return new Map(toList(t,/[,\n]/).map(t=>{const n=t.indexOf("=")
if(n<1||n===t.length-1)throw wrong(e,`"${t}" has no key and value`,{fix:`write ${e.placeholder??"key=value"}`})
return[t.slice(0,n),t.slice(n+1)]}))}function wrong(e,t,n){return new o.yo({code:"options/value",message:`${e.name} ${t}`,...n})}}),43018:((e,t,n)=>{n.d(t,{f:()=>readJsonTest,y:()=>jsonComplaint})
const s=Symbol("each")
const i=["==","!=","<=",">=","<",">"]
const o=/^(?:\.([\p{L}_][\p{L}\p{N}_-]*|\*)|\[\s*(?:(\*)|(-?\d{1,9})|"((?:[^"\\]|\\.)*)"|'([^'\\]*)')\s*\])/u
function readJsonTest(e){let t=e.trim()
if(!t.startsWith("$"))return{kind:"unreadable",why:"a path begins with $, the whole answer"}
t=t.slice(1)
const n=[]
for(let e=o.exec(t);e!==null;e=o.exec(t)){const[i,o,a,r,d,l]=e
if(o==="*"||a!==undefined)n.push(s)
else if(r!==undefined)n.push(Number(r))
else n.push(o??l??unquoted(d??""))
t=t.slice(i.length)}t=t.trim()
if(t==="")return{kind:"test",path:n}
const a=i.find(e=>t.startsWith(e))
if(a===undefined)return{kind:"unreadable",why:`after the path comes ${i.join(" ")}, not ${t.slice(0,20)}`}
const r=t.slice(a.length).trim()
const d=literalOf(r)
if(d===undefined)return{kind:"unreadable",why:`${r===""?"nothing":r.slice(0,20)} is no string, number, true, false or null`}
return{kind:"test",path:n,compare:{operator:a,value:d}}}const unquoted=e=>{try{return String(JSON.parse(`"${e}"`))}catch{return e}}
function literalOf(e){const t=/^'([^'\\]*)'$/.exec(e)?.[1]
if(t!==undefined)return t
try{const t=JSON.parse(e)
return typeof t==="object"&&t!==null?undefined:t}catch{return undefined}}function jsonComplaint(e,t){let n
try{n=JSON.parse(t)}catch{return"which is no JSON"}let s=[n]
for(const t of e.path)s=s.flatMap(e=>follow(e,t))
if(s.length===0)return"in which the path leads nowhere"
const i=s.find(t=>!passes(t,e.compare))
return s.some(t=>!passes(t,e.compare))?`in which it is ${JSON.stringify(i)?.slice(0,80)}`:undefined}function follow(e,t){if(typeof e!=="object"||e===null)return[]
if(t===s)return Object.values(e)
if(Array.isArray(e)){if(typeof t!=="number")return[]
const n=e.at(t)
return n===undefined?[]:[n]}if(typeof t!=="string"||!Object.hasOwn(e,t))return[]
return[e[t]]}function passes(e,t){if(t===undefined)return e!==null&&e!==false
const{operator:n,value:s}=t
if(n==="==")return e===s
if(n==="!=")return e!==s
const i=typeof e==="number"&&typeof s==="number"||typeof e==="string"&&typeof s==="string"
if(!i)return false
switch(n){case"<":return e<s
case"<=":return e<=s
case">":return e>s
case">=":return e>=s}}}),49588:((e,t,n)=>{n.d(t,{m:()=>exec})
var s=n(31421)
var i=n(80481)
const o={SIGHUP:1,SIGINT:2,SIGQUIT:3,SIGABRT:6,SIGKILL:9,SIGSEGV:11,SIGPIPE:13,SIGTERM:15}
const exec=(e,t={})=>new Promise((n,a)=>{const[r,...d]=e
const{signal:l,graceMs:c=1e4,onLine:u}=t
if(l?.aborted){n({exitCode:130,stdout:"",stderr:""})
return}const h=(0,s.spawn)(r,d,{cwd:t.cwd,env:{...process.env,...t.env},stdio:[t.input===undefined?"ignore":"pipe","pipe","pipe"]})
const f={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const n=h[e]
if(!n)continue
if(!t.discard)n.on("data",n=>append(f[e],n,t.keep))
if(u)(0,i.createInterface)({input:n,crlfDelay:Number.POSITIVE_INFINITY}).on("line",t=>u(t,e))
else if(t.discard)n.resume()}h.stdin?.on("error",()=>{})
h.stdin?.end(t.input)
let p
const stop=()=>{h.kill("SIGINT")
p=setTimeout(()=>{h.kill("SIGKILL")
h.stdout?.destroy()
h.stderr?.destroy()},c)}
l?.addEventListener("abort",stop,{once:true})
const settle=()=>{clearTimeout(p)
l?.removeEventListener("abort",stop)}
h.on("error",e=>{settle()
a(new Error(`cannot run ${r}: ${e.message}`,{cause:e}))})
h.on("close",(e,t)=>{settle()
n({exitCode:e??128+(o[t??"SIGKILL"]??9),stdout:Buffer.concat(f.stdout).toString(),stderr:Buffer.concat(f.stderr).toString()})})})
function append(e,t,n){e.push(t)
if(n===undefined)return
let s=e.reduce((e,{length:t})=>e+t,-n)
while(e[0]!==undefined&&s>=e[0].length)s-=e.shift()?.length??0}})}
