export const id=749
export const ids=[749]
export const modules={32407:((e,n,t)=>{t.d(n,{_M:()=>repositoryOf,d7:()=>isApiError,o6:()=>openGitHub})
var s=t(77598)
const i=120
const o=3
const r=[400,401,403,404,409,410,422,429,451]
async function openGitHub(e,{token:n,effort:c,signal:d,secondMs:l=1e3}){const{getOctokit:f}=await Promise.all([t.e(4119),t.e(1758)]).then(t.bind(t,11758))
const u={baseUrl:e.GITHUB_API_URL||"https://api.github.com",userAgent:"lucid-build-action",log:a,request:{...d&&{signal:d}}}
if(c==="brief")return f(n,u,wholeAnswers)
const{retry:h,throttling:p}=await Promise.all([t.e(8214),t.e(9800)]).then(t.bind(t,29800))
const isWorthIt=(e,n,t,s)=>e<=i&&s<o
return f(n,{...u,retry:{retries:o,doNotRetry:r,retryAfterBaseValue:l},throttle:{id:(0,s.randomUUID)(),retryAfterBaseValue:l,onRateLimit:isWorthIt,onSecondaryRateLimit:isWorthIt}},wholeAnswers,h,p)}const nothing=()=>undefined
const a={debug:nothing,info:nothing,warn:nothing,error:nothing}
function isApiError(e){return e instanceof Error&&typeof e.status==="number"}function wholeAnswers({hook:e}){e.after("request",(e,n)=>{const{status:t,headers:s,data:i}=e
if(t===204||!/json/.test(s["content-type"]??"")||typeof i!=="string")return
throw Object.assign(new Error("the answer was cut off"),{status:502,request:n,response:e})})
e.error("request",e=>{if(!isApiError(e)||e.response===undefined)throw e
const{status:n,response:t}=e
const{headers:s}=t
const i=s["retry-after"]
const o=n===429||n===403&&i!==undefined
if(o&&s["x-ratelimit-remaining"]!=="0"&&!/secondary rate/i.test(e.message))e.message=`${e.message} (a secondary rate limit)`
if(i!==undefined&&!/^\d+$/.test(i))s["retry-after"]=String(Math.max(1,Math.ceil((Date.parse(i)-Date.now())/1e3))||60)
throw e})
return{}}function repositoryOf(e){const[n,t]=(e.GITHUB_REPOSITORY??"").split("/")
return n&&t?{owner:n,repo:t}:undefined}}),3748:((e,n,t)=>{t.d(n,{X:()=>tellPermission,o:()=>asking})
var s=t(85465)
var i=t(32407)
async function asking(e,n,t){try{return await t()}catch(t){if(!(0,i.d7)(t))throw t
throw new s.yo(refusal(t,e,n),{cause:t})}}function tellPermission(e,n,t,s){if(!(0,i.d7)(e))throw e
const{code:o,message:r,fix:a}=refusal(e,n,t)
if(o==="github/permission"&&e.status===403)s(`${r}; ${a}`)}function refusal({status:e,message:n,response:t},s,i){const o=`GitHub said ${e}: ${n}`
const r=t?.headers
if(r===undefined)return{code:"github/unreachable",message:`cannot ${s}: GitHub does not answer`,why:n,fix:"run the job again"}
if(e===401)return{code:"github/token",message:`cannot ${s}: the token is not valid`,why:o,fix:"leave `github-token` out for the job's own, or give it one that has not expired"}
if(e===429||r["x-ratelimit-remaining"]==="0"||/rate limit/i.test(n))return{code:"github/rate-limit",message:`cannot ${s}: the token has asked GitHub too often`,why:o,fix:`run the job again${untilWords(r)}`}
if(e===403&&/not accessible/i.test(n)||e===404)return permissionProblem(o,s,wanted(r["x-accepted-github-permissions"],i))
if(e===410)return{code:"github/disabled",message:`cannot ${s}: issues are switched off in this repository`,why:o,fix:"switch them on in the repository's settings, or leave `issue` out"}
if(e>=500)return{code:"github/unreachable",message:`cannot ${s}`,why:o,fix:"run the job again"}
return{code:"github/refused",message:`cannot ${s}`,why:o}}function permissionProblem(e,n,t){return{code:"github/permission",message:`cannot ${n}: the token has no \`${t.join("`, `")}\``,why:e,fix:`add to the job, and to whatever calls its workflow: permissions: { ${t.join(", ")} }`}}function wanted(e,n){const t=(e??"").split(";").map(e=>e.split(",").map(e=>/^\s*(\w+)\s*=\s*(\w+)\s*$/.exec(e)).flatMap(e=>e===null?[]:[`${e[1]?.replaceAll("_","-")}: ${e[2]}`]))
const s=t.filter(e=>e.length>0)
return s.find(e=>e.includes(n))??s[0]??[n]}function untilWords(e){const n=Number(e["retry-after"])
const t=Number(e["x-ratelimit-reset"])
if(n>0)return` after ${n} seconds`
return t>0?` after ${new Date(t*1e3).toISOString()}`:" later"}}),51914:((e,n,t)=>{t.d(n,{F8:()=>groupOf,cy:()=>chain,qq:()=>pack})
const groupOf=({platform:e,runner:n})=>JSON.stringify([e,n])
function pack(e,n){const t=[...Map.groupBy(e,groupOf).values()]
const s=share(t,n)
return t.flatMap((e,n)=>packGroup(e,s[n]??1))}function share(e,n){const t=e.map(()=>1)
const s=e.map(e=>e.reduce((e,{seconds:n})=>e+n,0))
for(let i=n-e.length;i>0;i-=1){let n
for(const[i,o]of e.entries()){if((t[i]??1)>=o.length)continue
const e=(s[i]??0)/(t[i]??1)
if(n===undefined||e>(s[n]??0)/(t[n]??1))n=i}if(n===undefined)break
t[n]=(t[n]??1)+1}return t}function packGroup(e,n){if(e.length<=n)return e.map(e=>({works:[e],seconds:chain(e)}))
const t=new Set(e)
const s=new Set
const i=Array.from({length:n},()=>({works:[],builds:new Set,seconds:0}))
for(const n of e.toSorted((e,n)=>chain(n)-chain(e))){if(s.has(n))continue
const e=[...n.needs,n]
let o
for(const n of i){const t=n.seconds+e.reduce((e,t)=>e+(n.builds.has(t)?0:t.seconds),0)
if(o===undefined||t<o.end)o={bin:n,end:t}}if(o===undefined)continue
const{bin:r,end:a}=o
r.seconds=a
for(const n of e){r.builds.add(n)
if(!t.has(n)||s.has(n))continue
s.add(n)
r.works.push(n)}}return i.filter(e=>e.works.length>0).map(e=>({works:e.works.toSorted((e,n)=>e.wave-n.wave),seconds:e.seconds}))}const chain=({needs:e,seconds:n})=>e.reduce((e,n)=>e+n.seconds,n)}),68780:((e,n,t)=>{t.d(n,{D:()=>toMatrix,u:()=>legName})
var s=t(85465)
var i=t(51914)
const o=256
const r=45e4
const a=1e5
const c=60
function toMatrix(e,{maxJobs:n,selected:t=[]}={}){const s=[...Map.groupBy(e,i.F8).values()]
if(s.length>o)throw tooMany(s.length)
const c=s.reduce((e,n)=>e+Math.ceil(listLength(n)/a),0)
const d=(0,i.qq)(e,Math.min(o,Math.max(n??o,c)))
const l=d.toSorted((e,n)=>waveOf(e)-waveOf(n))
const f=l.map(toLeg)
const u=JSON.stringify({include:f}).length+t.join(",").length
const h=Math.max(0,...f.map(({service:e})=>e.length))
if(u>r)throw tooLong(u,r)
if(h>a)throw tooLong(h,a)
return{include:f,bins:l}}const waveOf=({works:e})=>e[0]?.wave??0
const listLength=e=>e.reduce((e,{service:n})=>e+n.length+1,0)
function toLeg({works:e}){const{platform:n="",runner:t="",wave:s=0}=e[0]??{}
const i=e.map(({service:e})=>e)
return{name:legName(i,n),service:i.join(","),platform:n,runner:t,phase:[...new Set(e.flatMap(({phase:e})=>e??[]))].join(","),wave:s}}function legName(e,n){const t=[]
for(const n of e){if(t.length>0&&[...t,n].join(", ").length>c)break
t.push(n)}const s=e.length-t.length
return`${t.join(", ")}${s>0?` and ${s} more`:""} (${n.replace(/^linux\//,"")})`}const tooMany=e=>new s.yo({code:"plan/runners",message:`the images to build need ${e} kinds of runner and platform, and a matrix has at most ${o} jobs`,fix:"let services share runners in the catalog, or plan a part: --phase, --platform or --service"})
const tooLong=(e,n)=>new s.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${e} characters, and ${n} is the most that GitHub passes on`,fix:"plan a part at a time: --phase, --platform or --service"})}),70500:((e,n,t)=>{t.d(n,{LT:()=>workOf,mv:()=>runnerOf,p2:()=>imageKey})
const imageKey=(e,n)=>`${e} ${n}`
const s="ubuntu-24.04"
const i={"linux/arm64":"ubuntu-24.04-arm"}
const o=/^linux\/(?:amd64|386)(?:\/|$)/
const r=60
const a=2e6
const c=10
const d=10
function workOf(e,n,t,s,i){const o=new Map(n.map(e=>[e.name,e]))
const r=new Map(t.flatMap((e,n)=>e.map(e=>[e,n])))
const waveOf=({service:e})=>r.get(e)??0
const a=e.filter(({decision:e})=>e.kind==="build")
const c=a.flatMap(e=>i.seconds.get(imageKey(e.service,e.platform))??[])
const d=c.length*2>=a.length?median(c):undefined
const l=new Map
for(const e of a.toSorted((e,n)=>waveOf(e)-waveOf(n))){const{service:n,platform:t}=e
const r=[...new Set(Object.values(e.from))].flatMap(e=>l.get(imageKey(e,t))??[])
l.set(imageKey(n,t),{service:n,platform:t,runner:runnerOf(o.get(n),t,s),phase:o.get(n)?.phase,wave:waveOf(e),seconds:secondsOf(e,isNative(o.get(n),t,s),i,d),needs:[...new Set(r.flatMap(e=>[...e.needs,e]))]})}const has=e=>[...l.keys()].some(n=>e.has(n))
return{work:[...l.values()],by:has(i.seconds)?"times":has(i.sizes)?"sizes":"guess"}}function runnerOf(e,n,t){const o=t==="native"?i[n]:undefined
return e?.runners?.[n]??o??s}function isNative(e,n,t){const s=t==="native"&&i[n]!==undefined
return o.test(n)||s||e?.runners?.[n]!==undefined}function secondsOf({service:e,platform:n},t,s,i){const o=imageKey(e,n)
const l=s.seconds.get(o)
if(l!==undefined)return l
const f=s.sizes.get(o)
if(f===undefined&&i!==undefined)return i
const u=f===undefined?r:Math.max(c,f/a)
return u*(t?1:d)}function median(e){return e.toSorted((e,n)=>e-n)[Math.floor(e.length/2)]}}),15796:((e,n,t)=>{t.d(n,{U:()=>isForbidden,b:()=>isMissing})
var s=t(85465)
const i=new Set(["registry/not-found","registry/no-platform","registry/bad-reference","registry/denied"])
const isMissing=e=>e instanceof s.yo&&e.problems.every(({code:e})=>i.has(e))
const isForbidden=e=>e instanceof s.yo&&e.problems.every(({code:e})=>e==="registry/denied")&&e.status===403}),75569:((e,n,t)=>{t.d(n,{Az:()=>nearestVersions,Rg:()=>newestVersion,bX:()=>chooseRelease,u0:()=>isExact,v9:()=>holds})
var s=t(99687)
var i=t(32865)
function chooseRelease(e,n){const{versions:t,choice:i,python:o}=n
const r=pool(e,t).filter(({version:e,yanked:n})=>t.every(n=>holds(e,n))&&(n===undefined||t.some(isExact)))
if(r.length===0)return{kind:"no-version"}
const a=i.pre||t.some(namesPrerelease)
const c=r.filter(({version:e})=>!isPrerelease(e))
const d=a||c.length===0?r:c
const l=d.filter(({requiresPython:e})=>runsOn(e,o))
if(l.length===0)return{kind:"python",releases:d}
const f=[...l].sort((e,n)=>(0,s.UD)(n.version,e.version))
for(const e of f){const t=formOf(e,n)
if(t!==undefined)return{kind:"taken",release:e,as:t}}return{kind:"no-file",releases:f}}function pool(e,n){const t=n.flatMap(e=>e.split(",")).find(e=>/^==[^=*]+$/.test(e))
const s=t===undefined?[]:e.filter(({version:e})=>e===t.slice(2))
return s.length>0?s:e}const isExact=e=>e.split(",").some(e=>/^={2,3}[^=]/.test(e)&&!e.endsWith(".*"))
function holds(e,n){try{return(0,s.ib)(e,n,{prereleases:true})}catch{return true}}const isPrerelease=e=>{const n=(0,s.WE)(e)
return n?.is_prerelease===true||n?.is_devrelease===true}
const namesPrerelease=e=>e.split(",").some(e=>!e.startsWith("!=")&&isPrerelease(e.replace(/^[=<>~!]+/,"")))
function runsOn(e,n){if(e===undefined||n===undefined)return true
return holds(`${n}.99`,e)||holds(`${n}.0`,e)}function formOf({wheels:e,source:n},t){const{key:s,choice:o,target:r,python:a}=t
const names=e=>e.includes(":all:")||e.some(e=>e.toLowerCase()===s)
const c=names(o.noBinary)&&!o.onlyBinary.includes(s)
const d=c?[]:e.filter(e=>r===undefined||(0,i.lA)(e,r))
if(d.some(e=>(0,i.rC)(e)&&(0,i.lA)(e,r??{platform:"any",...a&&{python:a}})))return"pure"
if(d.length>0)return"wheel"
return n&&!names(o.onlyBinary)?"source":undefined}function nearestVersions(e,n){const t=e.filter(({version:e,yanked:n})=>!isPrerelease(e)&&n===undefined).map(({version:e})=>e).sort(s.UD)
const i=t.filter(e=>(0,s.UD)(e,n)<0).at(-1)
const o=t.find(e=>(0,s.UD)(e,n)>0)
return[i,o].filter(e=>e!==undefined)}function newestVersion(e){return e.filter(({version:e,yanked:n})=>!isPrerelease(e)&&n===undefined).map(({version:e})=>e).sort(s.UD).at(-1)}}),15330:((e,n,t)=>{t.d(n,{Rp:()=>mountedFrom,nR:()=>copiedFrom,vE:()=>traceCopy})
var s=t(76760)
var i=t(27766)
const o=20
function copiedFrom(e,n,t,s,i=t.steps.length){return traceCopy(e,{stage:n,before:i},t,s)?.file}function traceCopy(e,{stage:n,before:t},i,r,a=0){if(a>o)return undefined
const c=i.steps.length
const d=[]
for(let o=t-1;o>=0;o--){const t=i.steps[o]
if(t?.stage!==n)continue
const{keyword:l,flags:f}=t.instruction
if(l==="RUN"){d.push(t)
continue}const u=f.find(({name:e})=>e==="from")?.value
const h=u===undefined?undefined:stageNamed(u,n,i)
for(const n of sourcesOf(e,t,r)){if(h===undefined){const e=broughtFile(n,t,r)
if(e!==undefined)return{file:e,copies:[t],runs:d}
continue}const e={stage:h,before:c}
const o=traceCopy(s.posix.resolve("/",n),e,i,r,a+1)
if(o!==undefined)return{...o,copies:[...o.copies,t],runs:[...o.runs,...d]}}}const l=i.stages.find(({index:e})=>e===n)?.base
if(l?.kind!=="stage")return undefined
const f=traceCopy(e,{stage:l.stage,before:c},i,r,a+1)
return f&&{...f,runs:[...f.runs,...d]}}function mountedFrom(e,n,t){for(const{type:o,source:r,target:a,from:c}of(0,i.bq)(n.instruction)??[]){if(o!=="bind"||c!==undefined||a==="")continue
const i=s.posix.resolve(n.workdir,a)
const d=e===i?"":e.startsWith(`${i}/`)?e.slice(i.length+1):undefined
if(d===undefined)continue
const l=broughtFile(s.posix.join(r||".",d),n,t)
if(l!==undefined)return l}return undefined}function sourcesOf(e,{paths:n,workdir:t,instruction:i},o){const r=n.at(-1)
if(r===undefined||n.length<2)return[]
const a=s.posix.resolve(t,r)
const c=n.slice(0,-1)
const d=a==="/"?e.slice(1):e.startsWith(`${a}/`)?e.slice(a.length+1):undefined
if(d===undefined)return e===a&&c.length===1?c:[]
const l=i.flags.some(({name:e})=>e==="parents")
if(l)return[d]
return c.flatMap(e=>{const n=s.posix.basename(e)
if(/[*?[]/.test(n))return matching(s.posix.dirname(e),d,i.line,o)
return[...n===d?[e]:[],s.posix.join(e,d)]})}function matching(e,n,t,i){const o=s.posix.join(e,n).replace(/^\/+/,"")
const r=i.some(({input:e,entries:n,root:s})=>e.line===t&&n.some(({path:e})=>e===s+o))
return r?[o]:[]}function broughtFile(e,{instruction:n,stage:t},i){const o=s.posix.resolve("/",e).slice(1)
for(const{input:e,entries:s,root:r}of i){if(e.line!==n.line||e.stage!==t)continue
const i=s.find(({path:e,kind:n})=>n==="file"&&e===r+o)
if(i!==undefined)return i.path}return undefined}function stageNamed(e,n,{stages:t}){const s=t.findLast(({name:t,index:s})=>s<n&&t===e.toLowerCase())
return s?.index??(/^\d+$/.test(e)?t.find(({index:n})=>n===Number(e))?.index:undefined)}}),44277:((e,n,t)=>{t.d(n,{M:()=>packageKey,p:()=>parseRequirement})
const s=/^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/
const i=/^(?:===|~=|==|!=|<=|>=|<|>)\s*[^\s,;()]+$/
const packageKey=e=>e.toLowerCase().replace(/[-_.]+/g,"-")
function parseRequirement(e){const n=s.exec(e)
const t=n?.[1]
if(n===null||t===undefined)return"that does not start with the name of a package"
const o=e.slice(n[0].length)
const r=(n[2]??"").split(",").map(e=>e.trim()).filter(Boolean)
const a={name:t,key:packageKey(t),extras:r,versionsOffset:n[0].length}
if(o.startsWith("@")){const e=/^@\s*(\S+)(?:\s+;\s*(.+))?\s*$/.exec(o)
if(e?.[1]===undefined)return"after @ comes an address"
return{...a,url:e[1],...e[2]!==undefined&&{marker:e[2].trim()}}}const c=o.indexOf(";")
const d=(c<0?o:o.slice(0,c)).trim()
const l=c<0?undefined:o.slice(c+1).trim()
const f=d.replace(/^\((.*)\)$/s,"$1").trim()
const u=f===""?[]:f.split(",").map(e=>e.trim())
const h=u.filter((e,n)=>!i.test(e)&&!(e===""&&n===u.length-1))
if(h.length>0)return hint(h[0]??"")
if(l==="")return"after ; comes a condition"
const p=u.filter(Boolean).map(e=>e.replace(/\s+/g,""))
return{...a,...p.length>0&&{versions:p.join(",")},...l!==undefined&&{marker:l}}}function hint(e){if(/^=[^=]/.test(e))return`"${e}" is not a version: one = is too few, write =${e}`
if(/^[\d.]/.test(e))return`"${e}" is not a version: an operator such as == comes first`
return`"${e}" is not a version`}}),24300:((e,n,t)=>{t.d(n,{C:()=>shellWords,h:()=>shellCommands})
function shellWords(e){return shellCommands(e).flat()}function shellCommands(e){const n=[]
let t=[]
let s
const endWord=()=>{if(s!==undefined)t.push(s)
s=undefined}
const endCommand=()=>{endWord()
if(t.length>0)n.push(t)
t=[]}
for(let n=0;n<e.length;n++){const t=e[n]??""
if(t==="\\"){const t=e[++n]??""
if(t!=="\n")s=(s??"")+t}else if(t==="'"||t==='"'){const[t,i]=quoted(e,n)
s=(s??"")+t
n=i}else if(t==="#"&&s===undefined)n=endOfLine(e,n)-1
else if(/[;&|()\n]/.test(t))endCommand()
else if(/\s/.test(t))endWord()
else s=(s??"")+t}endCommand()
return n}function quoted(e,n){const t=e[n]
let s=""
let i=n+1
for(;i<e.length&&e[i]!==t;i++){if(t==='"'&&e[i]==="\\"&&/["\\$`\n]/.test(e[i+1]??"")){i++
if(e[i]==="\n")continue}s+=e[i]}return[s,i]}function endOfLine(e,n){const t=e.indexOf("\n",n)
return t<0?e.length:t}}),32865:((e,n,t)=>{t.d(n,{Mh:()=>wheelVersion,VT:()=>machineOf,lA:()=>fits,rC:()=>isPure})
function wheelVersion(e){const n=e.replace(/\.whl$/i,"").split("-")
if(!/\.whl$/i.test(e)||n.length!==5&&n.length!==6)return undefined
const t=n[1]??""
return{version:t.replaceAll("_","+"),tags:n.slice(-3).join("-")}}function wheelTags(e){const n=s.get(e)
if(n!==undefined)return n
const[t="",i="",o=""]=e.split("-").map(e=>e.toLowerCase())
const r={pythons:t.split("."),abis:i.split("."),platforms:o.split(".")}
s.set(e,r)
return r}const s=new Map
const isPure=e=>wheelTags(e).platforms.includes("any")
function fits(e,n){const{pythons:t,abis:s,platforms:i}=wheelTags(e)
return i.some(e=>fitsPlatform(e,n))&&(n.python===undefined||fitsPython(t,s,n.python))}const i={"linux/arm64":"aarch64","linux/amd64":"x86_64","linux/386":"i686","linux/arm/v7":"armv7l","linux/arm/v6":"armv6l","linux/ppc64le":"ppc64le","linux/s390x":"s390x","linux/riscv64":"riscv64"}
const machineOf=e=>i[e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/amd64\/v\d$/,"/amd64")]
const o={manylinux1:"2.5",manylinux2010:"2.12",manylinux2014:"2.17"}
function fitsPlatform(e,{platform:n,libc:t}){if(e==="any")return true
const s=machineOf(n)
if(s===undefined||!e.endsWith(`_${s}`))return false
const i=e.slice(0,-s.length-1)
if(i==="linux")return true
const r=/^musllinux_\d+_\d+$/.test(i)
if(r)return t===undefined||t.kind==="musl"
const a=/^manylinux_(\d+)_(\d+)$/.exec(i)
const c=a===null?o[i]:`${a[1]}.${a[2]}`
if(c===undefined)return false
if(t===undefined)return true
return t.kind==="glibc"&&(t.version===undefined||minor(c)<=minor(t.version))}const minor=e=>Number(e.split(".")[1])
function fitsPython(e,n,t){const s=minor(t)
const i=`cp3${s}`
if(e.includes(i)&&(n.includes(i)||n.includes("none")||n.includes("abi3")))return true
if(n.includes("abi3")&&e.some(e=>/^cp3\d+$/.test(e)&&Number(e.slice(3))<=s))return true
if(!n.includes("none"))return false
return e.some(e=>e==="py3"||/^py3\d+$/.test(e)&&Number(e.slice(3))<=s)}}),20453:((e,n,t)=>{t.d(n,{Ai:()=>askedBy,C0:()=>isLoopbackVariable,Cl:()=>listensOn,Cs:()=>loopbackBindIn,oi:()=>bindsLoopback,pz:()=>fillIn})
const s=/(?:https?:\/\/|[\s'"])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"`),;|&<>\\]*)?(?=[\s'"`),;|&<>\\]|$)/
const i=/\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g
function fillIn(e,n){return e.replace(i,(e,t,s,i)=>n(t??s??"")??i??e)}function askedBy(e,n){const t=fillIn(e.join(" "),n)
const i=s.exec(t)
if(i===null||i[2]?.includes("$"))return undefined
if(!i[0].startsWith("http")&&(i[1]===undefined||i[2]===undefined)&&!/\b(?:curl|wget)\b/.test(t))return undefined
return{port:i[1]===undefined?80:Number(i[1]),path:i[2]??"/"}}const o=/(?:^|\s)--(?:server[.-]|http-|listen-)?port[=\s]+["']?(\d{2,5})(?=["'\s]|$)/
const r=/(?:^|\s)(?:--bind|-b|--listen|--addr(?:ess)?)[=\s]+["']?(?:[\w.*[\]:]*):(\d{2,5})(?=["'\s]|$)/
function listensOn(e){const n=e.join(" ")
const t=o.exec(n)??r.exec(n)
return t===null?undefined:Number(t[1])}const a="(?:tcp://|https?://)?(?:127\\.0\\.0\\.1|localhost|\\[?::1\\]?)"
const c=new RegExp(`(?:^|\\s)(?:--(?:host|bind|listen|listen-address|addr|address|ip|server\\.address)|-b)[=\\s]+["']?(${a}(?::\\d+)?)(?=["'\\s]|$)`)
const bindsLoopback=e=>c.exec(e.join(" "))?.[1]
const d=`["'](127\\.0\\.0\\.1|localhost)["']`
const l=[`\\b(?:\\w+\\.run|run_app|run_simple|serve|create_server|start_server)\\s*\\((?:[^()]|\\([^()]*\\))*?\\bhost\\s*=\\s*${d}`,`\\b(?:start_server|create_server)\\s*\\(\\s*[\\w.]+\\s*,\\s*${d}`,`\\b(?:run_simple|make_server|WSGIServer)\\s*\\(\\s*\\(?\\s*${d}`,`\\b(?:\\w*HTTPServer|\\w*TCPServer|\\w+\\.bind)\\s*\\(\\s*\\(\\s*${d}`].map(e=>new RegExp(e))
function loopbackBindIn(e){const n=e.replace(/^[ \t]*#.*$/gm,"")
for(const e of l){const t=e.exec(n)
if(t===null)continue
const[s,i=""]=t
return{line:n.slice(0,t.index+s.lastIndexOf(i)).split("\n").length,address:i}}return undefined}const f=/^(?:HOST|BIND|BIND_(?:HOST|ADDR|ADDRESS)|LISTEN(?:_(?:HOST|ADDR|ADDRESS))?|(?:SERVER|API|APP|HTTP|UVICORN|FLASK_RUN)_HOST)$/
const u=new RegExp(`^${a}(?::\\d+)?$`)
const isLoopbackVariable=(e,n)=>f.test(e)&&u.test(n)}),26627:((e,n,t)=>{t.d(n,{I:()=>kindOf,Np:()=>runs,hv:()=>whyNotRun})
function kindOf(e,n){const{name:t,run:s,ports:i,health:o}=n
if(s!==undefined)return s
if(i.length>0||o!==undefined)return"server"
if([...e.services,...e.externals].some(({needs:e})=>e.includes(t)))return"worker"
if(n.command!==undefined)return"worker"
const r=e.images.flatMap(e=>e.service===t?e.command??[]:[])
if(r.includes("own"))return"worker"
return r.length>0&&!e.parents?.includes(t)?"worker":"base"}const runs=e=>e==="server"||e==="worker"||e==="job"
function whyNotRun(e){if(e==="never")return"not started: the catalog says run: never"
return e==="base"?"a base image: it has no port, health check or command of its own":undefined}}),98599:((e,n,t)=>{t.d(n,{D:()=>s,K:()=>i})
const s="lucid-3"
const i="com.lucid.recipe"}),3733:((e,n,t)=>{t.d(n,{QL:()=>startableIn,ST:()=>startableOf,aF:()=>pythonTask})
var s=t(76760)
var i=t(24300)
const o=/^(?:ba|da|a|k|z|mk)?sh$/
const r=/^(?:python|pypy)[\d.]*$/
const a=/^(?:tini|tini-static|dumb-init|catatonit|exec|env|nice|nohup|setsid|su-exec|gosu|chronic)$/
function startableOf(e){const n=withoutWrappers(e)
const[t,...i]=n
if(t===undefined||t===""||t.includes("$"))return undefined
const a=s.posix.basename(t)
const c=o.test(a)
if(c){const e=i.findIndex(e=>!e.startsWith("-"))
const n=i.slice(0,e<0?i.length:e)
if(n.some(e=>/^-[a-zA-Z]*[so]/.test(e)))return{program:t,isShell:c}
if(n.some(e=>/^-[a-zA-Z]*c/.test(e)))return e<0?undefined:startableIn(i[e]??"")
return withScript({program:t,isShell:c},i[e])}if(r.test(a)){const e=pythonTask(i)
return withScript({program:t,isShell:c},e?.kind==="file"?e.name:undefined)}if(a==="node"){const e=i[0]??""
return withScript({program:t,isShell:c},/^[^-].*\.[cm]?[jt]s$/.test(e)?e:undefined)}if(a==="java")return withScript({program:t,isShell:c},i[i.indexOf("-jar")+1||i.length])
if(/^(?:ruby|perl|php|Rscript|lua)$/.test(a))return withScript({program:t,isShell:c},i[0]?.startsWith("-")?undefined:i[0])
return{program:t,isShell:c}}const withScript=(e,n)=>n===undefined||n===""||/[$*?`]/.test(n)?e:{...e,script:n}
function startableIn(e){if(/^\s*(?:if|for|while|until|case|select|function|\{|\[)/.test(e)||/[`]|\$\(|<<|>/.test(e))return undefined
for(const n of(0,i.h)(e)){if(/^(?:set|export|umask|ulimit|echo|printf|sleep|:)$/.test(n[0]??""))continue
return startableOf(n.slice(n.findIndex(e=>!/^\w+=/.test(e))))}return undefined}function withoutWrappers(e){const[n="",...t]=e
const i=s.posix.basename(n)
if(!a.test(i))return e
const o=t.indexOf("--")
const r=/^(?:su-exec|gosu)$/.test(i)?t.slice(1):t
const c=o>=0?t.slice(o+1):r.slice(r.findIndex(e=>!/^\w+=/.test(e)))
return o<0&&r[0]?.startsWith("-")?[]:withoutWrappers(c)}function pythonTask(e){const n=new Set(["-W","-X","--check-hash-based-pycs"])
for(let t=0;t<e.length;t++){const s=e[t]??""
const i=e[t+1]
if(s==="-m")return i===undefined?undefined:{kind:"module",name:i}
const o=/^-[a-zA-Z]*m(.*)$/.exec(s)
if(o&&!s.startsWith("--")&&!/^-[WX]/.test(s)&&!/c/.test(s))return(o[1]||i)===undefined?undefined:{kind:"module",name:o[1]||(i??"")}
if(/^-[a-zA-Z]*c/.test(s)||s==="-")return undefined
if(n.has(s))t++
else if(!s.startsWith("-"))return{kind:"file",name:s}}return undefined}}),20785:((e,n,t)=>{t.d(n,{Qm:()=>trialOf,Ty:()=>changedParts,U9:()=>needsImages})
var s=t(77598)
var i=t(26627)
const o=1
const r={kind:"how it runs",health:"health check",ports:"ports",env:"environment",command:"command",hardening:"hardening",needs:"needs",policy:"policy"}
const a={...{run:"kind",health:"health",timing:"health",ports:"ports",env:"env",command:"command"},...{hardening:"hardening",needs:"needs",policy:"policy"},...{name:"none",title:"none",description:"none",phase:"none",at:"none",problems:"none"},...{image:"none",declaredImage:"none",copies:"none",dockerfile:"none",context:"none",target:"none"},...{platforms:"none",runners:"none",ttl:"none",args:"none",secrets:"none",ssh:"none",contexts:"none"},...{created:"none",compression:"none",rewriteTimestamp:"none",tags:"none",floating:"none",flavor:"none",labels:"none",verify:"none",lint:"none"}}
const c={...{smoke:false,verify:false,version:false,hardening:true,stop:true}}
function trialOf(e,n){const t={kind:(0,i.I)(e,n),health:n.health??n.timing,ports:n.ports.map(({container:e,protocol:n})=>`${e}/${n}`),env:n.env,command:n.command,hardening:n.hardening,needs:n.needs.toSorted(),policy:Object.entries(n.policy).filter(([e])=>c[e])}
const s=Object.entries(t).map(([e,n])=>[e,hashOf(n).slice(0,8)])
return{hash:hashOf([o,s]).slice(0,16),parts:Object.fromEntries(s)}}function changedParts(e,n){return Object.keys(r).flatMap(t=>e.parts[t]===n.parts[t]?[]:r[t])}function needsImages({services:e,externals:n},t,s){const i=new Set(t.needs)
const o=[]
for(const t of i){const r=n.find(e=>e.name===t)
const a=r??e.find(e=>e.name===t)
const c=r?.image??s(t)
if(a===undefined||c===undefined)return undefined
o.push([t,c])
for(const e of a.needs)i.add(e)}return Object.fromEntries(o.sort(([e],[n])=>e<n?-1:1))}function hashOf(e){return(0,s.hash)("sha256",JSON.stringify(e,sorted)??"undefined")}function sorted(e,n){if(typeof n!=="object"||n===null||Array.isArray(n))return n
return Object.fromEntries(Object.entries(n).sort(([e],[n])=>e<n?-1:1))}}),3595:((e,n,t)=>{t.d(n,{$:()=>computeTags})
var s=t(16083)
var i=t(14902)
var o=t(99185)
var r=t(11655)
var a=t(62088)
function parseSemver(e){const n=a.parse(e)
if(n===null)return undefined
const{version:t,major:s,minor:i,patch:o,prerelease:r}=n
return{version:t,major:`${s}`,minor:`${i}`,patch:`${o}`,special:r.length>0}}const c=new RegExp([/^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,/(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preNumber>\d*))?/,/(?<post>-(?<implicit>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*))?/,/(?<dev>[-_.]?dev[-_.]?(?<devNumber>\d*))?/,/(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/].map(({source:e})=>e).join(""),"i")
const d={...{alpha:"a",a:"a",beta:"b",b:"b",c:"rc",rc:"rc",pre:"rc",preview:"rc"}}
function parsePep440(e){const n=c.exec(e)?.groups
if(n===undefined)return undefined
const t=(n.release??"").split(".").map(e=>`${BigInt(e)}`)
const number=e=>`${BigInt(e||"0")}`
const s=[n.epoch===undefined||number(n.epoch)==="0"?"":`${number(n.epoch)}!`,t.join("."),n.pre===undefined?"":`${d[n.pre.toLowerCase()]}${number(n.preNumber)}`,n.post===undefined?"":`.post${number(n.implicit??n.postNumber)}`,n.dev===undefined?"":`.dev${number(n.devNumber)}`,n.local===undefined?"":`+${n.local.toLowerCase().replace(/[-_]/g,".")}`].join("")
const[i="0",o="0",r="0"]=t
const a=n.pre!==undefined||n.post!==undefined||n.dev!==undefined
return{version:s,major:i,minor:o,patch:r,special:a}}var l=t(14281)
var f=t(65237)
const u=7
function computeTags(e,n,t={}){const i=valuesOf(n,t)
const o=e.flavor===undefined?r.a:(0,r.w)(e.flavor)
const a=[]
const c=[]
const d="message"in o?r.a:o
if("message"in o)a.push({code:"tags/flavor",...told("flavor",e.flavor?.join(" ")??"",o)})
const l={immutable:tagsOf(e.immutable,{source:n,values:i,flavor:d,problems:a,silent:c}),floating:tagsOf(e.floating,{source:n,values:i,flavor:d,problems:a,silent:c})}
const f=inOrder(l.immutable)
const u=(0,s.g1)(n)?inOrder([...l.floating,...latestOf(d,l,i,a)]):inOrder(l.floating.filter(({isOfPull:e})=>e&&(0,s.rf)(n)))
for(const e of u.filter(e=>f.includes(e))){a.push({code:"tags/both",message:`tag ${e} is written once and moved at the same time`,fix:"take one of its rules out of `tags` or `floating`, or set `flavor: [latest=false]`"})}const h=[...l.immutable,...(0,s.g1)(n)?l.floating:[]].filter(({version:e})=>e!==undefined)
const[p]=h.toSorted((e,n)=>n.priority-e.priority)
const m=[...new Set(h.map(({tag:e})=>e))]
return{...{immutable:f,floating:u,problems:a},...c.length>0&&{silent:c},...p?.version!==undefined&&{version:p.version,versioned:m}}}const h=new Map
function tagsOf(e,{source:n,values:t,flavor:s,problems:o,silent:r}){const a=[]
for(const c of e){const e=h.get(c)??(0,f.iT)(c)
h.set(c,e)
const d="message"in e?{fault:e}:tagOf(e,n,t,s)
if(d===undefined){const s=n.event.kind==="tag"&&n.hold===undefined
if(s&&!("message"in e)&&isExpected(e,t))r.push(c)
continue}if(typeof d==="object")o.push({code:"tags/rule",...told("tag rule",c,d.fault)})
else if(!i.a.test(d))o.push(illegal(c,d))
else{const{priority:s}=e
const i=releasedBy(e,n,t)
const o=isRelease(e,n,t)
const r=!("message"in e)&&e.kind==="ref"&&e.event==="pr"
a.push({tag:d,priority:s,release:o,isOfPull:r,...i!==undefined&&{version:i}})}}return a}function inOrder(e){return[...new Set([...e].sort((e,n)=>n.priority-e.priority).map(({tag:e})=>e))]}function latestOf({latest:e,prefix:n,suffix:t},s,r,a){const[c]=[...s.immutable,...s.floating].sort((e,n)=>n.priority-e.priority)
if(c===undefined||e==="false"||e==="auto"&&!c.release)return[]
const affix=({onLatest:e,text:n})=>e?(0,o.X)(n,r):""
const[d,l]=[affix(n),affix(t)]
if(d===undefined||l===undefined)return[]
const f=`${d}latest${l}`
if(i.a.test(f))return[{tag:f,priority:Number.NEGATIVE_INFINITY,release:false,isOfPull:false}]
a.push(illegal("flavor",f))
return[]}function isAboutGitTag(e){switch(e.kind){case"semver":case"pep440":case"match":return e.value===undefined
case"ref":return e.event==="tag"
case"raw":return e.value.some(e=>e.kind==="name"&&e.name==="tag")
default:return false}}function isExpected(e,n){return isAboutGitTag(e)&&(0,o.X)(e.enable,n)==="true"}function releasedBy(e,n,t){if(e.kind==="semver"||e.kind==="pep440"){const s=partsOf(e,n,t)
return s===undefined||"fault"in s?undefined:s.version}if(e.kind!=="match"&&!isAboutGitTag(e))return undefined
const s=coreOf(e,n,t)
return typeof s==="string"?s.replace(/^v(?=\d)/,""):undefined}function isRelease(e,n,t){switch(e.kind){case"semver":case"pep440":{const s=partsOf(e,n,t)
return s!==undefined&&!("fault"in s)&&!s.special}case"match":return true
case"ref":return e.event==="tag"
default:return false}}function tagOf(e,n,t,s){const i=(0,o.X)(e.enable,t)
if(i==="false"||i===undefined)return undefined
if(i!=="true")return{fault:{message:`enable is ${JSON.stringify(i)}`,fix:"it must come to true or false"}}
const r=coreOf(e,n,t)
if(r===undefined||r===""||typeof r==="object")return r||undefined
const affix=n=>e[n]??s[n].text
const[a,c]=[(0,o.X)(affix("prefix"),t),(0,o.X)(affix("suffix"),t)]
return a===undefined||c===undefined?undefined:`${a}${r}${c}`}function coreOf(e,n,t){const{event:s,hold:i}=n
if(i!==undefined&&!namesTheRun(e))return undefined
const r=branchOf(n)
switch(e.kind){case"schedule":return s.kind==="schedule"?(0,o.X)(e.pattern,t):undefined
case"semver":case"pep440":return versionOf(e,n,t)
case"match":{const s=given(e.value,n,t)
const i=s===undefined?undefined:(0,l.I6)(s,e.pattern,t)?.[e.group]
return i===undefined?undefined:sanitize(i)}case"edge":return r!==undefined&&r===(e.branch??n.defaultBranch)?"edge":undefined
case"ref":if(e.event==="branch")return r===undefined?undefined:sanitize(r)
if(e.event==="tag")return s.kind==="tag"?sanitize(s.tag):undefined
return s.kind==="pull_request"&&s.number!==undefined?`${s.number}`:undefined
case"raw":return(0,o.X)(e.value,t)
case"sha":return(0,o.X)([{kind:"name",name:e.format==="long"?"revision":"sha"}],t)
default:return e}}function versionOf(e,n,t){const s=partsOf(e,n,t)
if(s===undefined||"fault"in s)return s
const{raw:i,special:r,version:a,major:c,minor:d,patch:l}=s
if(r)return sanitize(e.raw?i:a)
const f={...t.names,raw:sanitize(i),version:sanitize(a),major:c,minor:d,patch:l}
return(0,o.X)(e.pattern,{...t,names:f})}function namesTheRun(e){if(["semver","pep440","match"].includes(e.kind)||e.kind==="ref"&&e.event==="tag")return false
if(e.kind!=="raw")return true
const n=[...e.prefix??[],...e.value,...e.suffix??[]]
return n.some(e=>e.kind==="date"||e.kind==="name"&&!p.includes(e.name))}const p=["name","phase","project","is_default_branch","is_not_default_branch"]
function partsOf(e,n,t){const s=given(e.value,n,t)
const i=s===undefined||e.match===undefined?s:(0,l.I6)(s,e.match,t)?.[1]
if(i===undefined)return undefined
const o=(e.kind==="semver"?parseSemver:parsePep440)(i)
if(o!==undefined)return{...o,raw:i}
return e.value===undefined?undefined:{fault:{message:`${i} is not a version by ${e.kind}`}}}function given(e,{event:n},t){if(e!==undefined)return(0,o.X)(e,t)
return n.kind==="tag"?n.tag:undefined}function branchOf({event:e}){return e.kind==="push"||e.kind==="schedule"||e.kind==="manual"?e.branch:undefined}function valuesOf(e,n){const{event:t,defaultBranch:i}=e
const o=branchOf(e)
const r="base"in t?t.base:undefined
const a=!e.dirty&&e.revision!==s.Pi
const c=a?e.revision:undefined
const d=o!==undefined&&o===i
return{date:e.date??(a?e.committedAt:undefined),commitDate:a?e.committedAt:undefined,names:{...{name:n.name,phase:n.phase,project:n.project},branch:o===undefined?undefined:sanitize(o),tag:t.kind==="tag"&&e.hold===undefined?sanitize(t.tag):undefined,base_ref:r===undefined?undefined:sanitize(r),sha:c?.slice(0,u),short_sha:c?.slice(0,u),revision:c,short_revision:c?.slice(0,u),is_default_branch:`${d}`,is_not_default_branch:`${!d}`}}}function sanitize(e){return e.replace(/\//g,"-").replace(/[^a-zA-Z0-9._-]+/g,"-")}function told(e,n,{message:t,fix:s}){return{message:`${e} ${JSON.stringify(n)}: ${t}`,...s!==undefined&&{fix:s}}}function illegal(e,n){const t=JSON.stringify(n.length>140?`${n.slice(0,137)}\u2026`:n)
const s=n.length>128
return{code:"tags/illegal",message:`the rule ${JSON.stringify(e)} gives ${t}, which is not a tag`,why:s?`it has ${n.length} characters, 128 are allowed`:'a tag holds letters, digits and "_", ".", "-", and begins with neither "." nor "-"',fix:fitting(n)}}function fitting(e){const n=sanitize(e).replace(/^[.-]+/,"").slice(0,128)
const t="take a part of it with type=match or type=semver and match=, or name another tag with type=raw"
return n===""?t:`${t}; made to fit as docker/metadata-action does, it is ${JSON.stringify(n)}`}}),36320:((e,n,t)=>{t.d(n,{Fn:()=>standardLabels,Q$:()=>dateOf,eo:()=>expandAll,xw:()=>templateVars})
var s=t(16083)
var i=t(88153)
function standardLabels(e,n,t={}){const s=templateVars(e,n,t)
const i={created:dateOf(e),revision:e.revision,version:t.version,source:e.url,url:e.url,title:n.title,description:n.description??e.description,licenses:e.licenses,"base.name":t.baseName,"base.digest":t.baseDigest}
const o=Object.entries(i).map(([e,n])=>[`org.opencontainers.image.${e}`,n])
const r=Object.entries(expandAll(n.labels,s))
return Object.fromEntries([...new Map([...o,...r])].filter(e=>e[1]!==undefined&&e[1]!=="").sort(([e],[n])=>e<n?-1:e>n?1:0))}function templateVars(e,n,t={}){const{revision:i}=e
const o=dateOf(e)
const r=i===s.Pi?i:i.slice(0,7)
return{name:n.name,revision:i,short_revision:r,...t.version!==undefined&&{version:t.version},...o!==undefined&&{date:o},...n.phase!==undefined&&{phase:n.phase},...t.project!==undefined&&{project:t.project}}}function expandAll(e,n){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,(0,i.fT)(t,n)]))}function dateOf({revision:e,committedAt:n,date:t}){return t??(e===s.Pi?undefined:n)}}),71190:((e,n,t)=>{t.d(n,{F7:()=>o,H0:()=>volatileValues,Q$:()=>readBaked,dT:()=>staleWords,wm:()=>shortValue})
var s=t(36320)
const i="0.0.0"
function volatileValues(e,n,t,{project:o,version:r}){const a=(0,s.xw)(n,t,{project:o,version:r??fixedVersion(t)??i})
const c=(0,s.eo)(t.args,a)
const d={BUILD_DATE:n.date??n.committedAt,VCS_REF:n.revision,GIT_COMMIT:n.revision,REVISION:n.revision,VERSION:r??i}
return Object.fromEntries(e.flatMap(e=>{const n=Object.hasOwn(c,e)?c[e]:d[e]
return n===undefined?[]:[[e,n]]}))}function fixedVersion({args:e}){const n=Object.hasOwn(e,"VERSION")?e.VERSION:undefined
return n===undefined||n===""||n.includes("{{")?undefined:n}const o="com.lucid.baked"
function readBaked(e){try{const n=JSON.parse(e[o]??"{}")
return typeof n==="object"&&n!==null?n:{}}catch{return{}}}function staleWords(e,n){return Object.entries(n).flatMap(([n,t])=>e[n]===undefined||e[n]===t?[]:[`${n} is baked into a layer: it stays ${shortValue(e[n])}, this run has ${shortValue(t)}`])}const shortValue=e=>/^[0-9a-f]{40,64}$/.test(e)?e.slice(0,7):e}),96389:((e,n,t)=>{t.d(n,{$t:()=>placeOf,Jq:()=>inherited,RG:()=>standsOn,el:()=>bareness,l8:()=>outsideBase,qz:()=>finalSteps})
var s=t(76760)
var i=t(94819)
const o=20
function stack(e,n){const t=[]
for(let s=e;s!==undefined&&t.length<o;s=below(s,n))t.push(s)
return t}const standsOn=(e,n)=>stack(e,n).map(({trace:e})=>e.final)
function below({trace:e,from:n},t){const{base:s}=e.final
const o=s.kind==="named"?n[s.name]:undefined
const r=o===undefined?undefined:t.subjects.get(o)
return(0,i.h)(r)?r:undefined}function inherited(e,n,t){return standsOn(n,t).find(n=>n[e]!==undefined)?.[e]}function outsideBase(e,n){const t=standsOn(e,n).at(-1)?.base
return t?.kind==="image"?t.ref:undefined}const finalSteps=(e,n)=>stack(e,n).flatMap(({trace:e})=>e.steps.filter(({stage:n})=>e.final.chain.includes(n)))
const placeOf=({workdir:e,paths:n})=>s.posix.resolve(e,n.at(-1)??"/")
const isChainguard=e=>/^cgr\.dev\/chainguard\/(?!(?:wolfi-base|busybox|bash|git|curl|min-toolkit-debug|alpine-base)(?:[:@]|$))/.test(e)&&!/:[^@]*-dev(?:@|$)/.test(e)
function bareness(e,n){const t=standsOn(e,n).at(-1)?.base
const s=t?.kind==="image"?t.ref:""
const i=/(?:^|[/-])distroless(?:[/:@-]|$)/.test(s)&&!/[:-]debug/.test(s)||isChainguard(s)
if(t?.kind!=="scratch"&&!i)return undefined
const o=finalSteps(e,n).some(e=>{const{keyword:n,args:t}=e.instruction
if(n==="RUN")return false
const s=placeOf(e)
if(s.includes("$")||/^\/(?:usr\/?|(?:usr\/(?:local\/)?)?s?bin(?:\/(?:ba|da|a)?sh|\/busybox)?)?$|^\/busybox/.test(s))return!isOneProgram(e)
return n==="ADD"&&t.some(e=>/\.(?:tar(?:\.\w+)?|tgz|txz|tbz2?)$/.test(e))})
return o?undefined:t?.kind==="scratch"?"scratch":"distroless"}function isOneProgram({paths:e}){const[n="",t=""]=e
if(e.length!==2||/[*?$]/.test(n)||/(?:^|\/)(?:(?:ba|da|a)?sh|busybox)$/.test(`${n} ${t}`.replace(" ","/")))return false
return/^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/.test(t)||/bin\/$/.test(t)&&/\/[^/]+$/.test(n)&&!n.endsWith("/")&&!/\/(?:s?bin|lib|local|usr)$/.test(n)}const isDistroless=(e,n)=>bareness(e,n)==="distroless"}),77492:((e,n,t)=>{t.d(n,{V:()=>nameOf,p:()=>environmentOf})
var s=t(27766)
const i=[[/^(?:debian|ubuntu|alpine|busybox|almalinux|rockylinux)$/,[]],[/(?:^|\/)distroless\/(?:static|base|cc|python3)(?:-debian\d+)?$/,["SSL_CERT_FILE","LANG"]],[/^python$/,["LANG","GPG_KEY","PYTHON_VERSION","PYTHON_SHA256","PYTHON_PIP_VERSION","PYTHON_SETUPTOOLS_VERSION","PYTHON_GET_PIP_URL","PYTHON_GET_PIP_SHA256"]],[/^node$/,["NODE_VERSION","YARN_VERSION"]],[/^golang$/,["GOLANG_VERSION","GOTOOLCHAIN","GOPATH"]],[/^rust$/,["RUSTUP_HOME","CARGO_HOME","RUST_VERSION"]]]
function environmentOf(e){const n=nameOf(e)
const t=i.find(([e])=>e.test(n))
return t&&new Set(["PATH",...t[1]])}const nameOf=e=>(0,s.p2)(e).replace(/@.*$/,"").replace(/:[^/:]*$/,"")}),1622:((e,n,t)=>{t.d(n,{Br:()=>applies,NZ:()=>asked,FH:()=>choiceOf,xS:()=>factsOf,ps:()=>installs,cL:()=>packagesAsked,LJ:()=>specifiersOf,vM:()=>stageRuntime})
var s=t(75569)
var i=t(76760)
var o=t(94958)
var r=t(15330)
var a=t(44277)
function logicalLines(e,n){const t=[]
let s=[]
const end=()=>{const e=toLine(s,n)
if(e!==undefined)t.push(e)
s=[]}
for(const[n,t]of e.replace(/^\uFEFF/,"").split(/\r\n|\r|\n/).entries()){const e=/(?:^|\s)#/.test(t)
const i=!e&&t.endsWith("\\")
s.push({text:i?t.slice(0,-1):t,line:n+1})
if(!i)end()}end()
return t}function toLine(e,n){const t=e.map(({text:e})=>e).join("")
const s=t.replace(/(^|\s)#.*$/s,"$1")
const i=s.trim()
if(i==="")return undefined
const o=s.length-s.trimStart().length
return{text:i,at:t=>{let s=o+t
for(const t of e){if(s<t.text.length||t===e.at(-1))return{file:n,line:t.line,column:s+1}
s-=t.text.length}return{file:n}}}}var c=t(24300)
const d={extra:[],none:false,links:false,pre:false,noBinary:[],onlyBinary:[]}
function parseRequirements(e,n){const t=[]
const s=[]
const i=[]
let o=d
for(const r of logicalLines(narrow(e),n)){if(r.text.startsWith("-")){const e=readOptions((0,c.C)(r.text),r.at(0))
s.push(...e.includes)
o=mergeChoices(o,e.choice)
continue}const e=readLine(r)
if(typeof e==="string"){const n=`${JSON.stringify(shortened(r.text))} is not a requirement: ${e}`
i.push({code:"requirements/syntax",message:n,at:r.at(0)})}else if(e!==undefined)t.push(e)}return{requirements:t,includes:s,choice:o,problems:i}}const narrow=e=>e.includes("\0")?e.replace(/[\0\uFFFD]/g,""):e
function readLine(e){const n=/\s--[a-z]/.exec(e.text)
const t=n===null?e.text:e.text.slice(0,n.index)
if(isPlace(t))return undefined
const s=(0,a.p)(t)
if(typeof s==="string")return s
const{versionsOffset:i,...o}=s
return{...o,hashed:/ --hash[= ]/.test(e.text),at:e.at(0),versionsAt:e.at(o.versions===undefined?0:i)}}const isPlace=e=>/^(?:\.{1,2}(?:[/[\s]|$)|\/|~\/|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(e)||/^[^\s;@<>=!~]+\.(?:whl|zip|tar\.gz|tar\.bz2|tgz)(?:\s|\[|$)/i.test(e)||/^[\w.-]+\/[^\s@]*(?:\s|$)/.test(e)
const l={"-r":"requirements","--requirement":"requirements","-c":"constraints","--constraint":"constraints","-i":"index","--index-url":"index","--pypi-url":"index","--default-index":"index","--extra-index-url":"extra","--index":"extra","-f":"links","--find-links":"links","--no-binary":"noBinary","--only-binary":"onlyBinary","-e":"editable","--editable":"editable"}
function readOptions(e,n){const t=[]
const s=[]
let i=d
for(let o=0;o<e.length;o++){const r=e[o]??""
if(r==="--no-index")i={...i,none:true}
else if(r==="--pre")i={...i,pre:true}
else{const a=splitOption(r)
const c=a===undefined?undefined:l[a.name]
if(a===undefined||c===undefined){s.push(r)
continue}const d=a.value??e[++o]??""
if(c==="requirements"||c==="constraints")t.push({kind:c,path:d,at:n})
else i=withChoice(i,c,d)}}return{includes:t,choice:i,rest:s}}function splitOption(e){if(e.startsWith("--")){const n=e.indexOf("=")
return n<0?{name:e}:{name:e.slice(0,n),value:e.slice(n+1)}}if(!/^-[rcief]/.test(e))return undefined
return e.length===2?{name:e}:{name:e.slice(0,2),value:e.slice(2).replace(/^=/,"")}}function withChoice(e,n,t){const s=t.split(/[,\s]+/).filter(Boolean)
switch(n){case"index":return{...e,index:t}
case"extra":return{...e,extra:[...e.extra,...t.split(/\s+/).filter(Boolean)]}
case"links":return{...e,links:true}
case"noBinary":return{...e,noBinary:[...e.noBinary,...s]}
case"onlyBinary":return{...e,onlyBinary:[...e.onlyBinary,...s]}
default:return e}}function mergeChoices(e,n){const t=n.index??e.index
return{...t!==undefined&&{index:t},extra:[...e.extra,...n.extra],none:e.none||n.none,links:e.links||n.links,pre:e.pre||n.pre,noBinary:[...e.noBinary,...n.noBinary],onlyBinary:[...e.onlyBinary,...n.onlyBinary]}}const shortened=e=>e.length<=60?e:`${e.slice(0,59)}\u2026`
const f=new Set(["if","then","do","else","!","time","exec","sudo","env","nice"])
const u=new Set("--target -t --prefix --root --timeout --trusted-host --cache-dir --implementation --abi --retries --progress-bar --report --proxy --cert --client-cert --exists-action --log --src --config-settings --config-setting -C --global-option --root-user-action --upgrade-strategy --use-feature --use-deprecated --keyring-provider --dest -d --wheel-dir -w --python --group --index-strategy --link-mode --python-platform --resolution --prerelease --override --build-constraint -b -p".split(" "))
function pipCalls(e,n){const t=[]
let s=""
let i=false
for(const o of(0,c.h)(e)){const e=o.map(e=>expandWord(e,n))
const r=i||["then","else","do"].includes(e[0]??"")
i=["[","[[","test"].includes(e[0]??"")
if(e[0]==="cd"&&e[1]!==undefined){s=e[1].startsWith("/")?e[1]:s===""?e[1]:`${s}/${e[1]}`
continue}const a=shellText(e)
if(a!==undefined)t.push(...pipCalls(a,n))
const c=pipCall(e,s)
if(c!==undefined)t.push({...c,conditional:r})}return t}const expandWord=(e,n)=>e.replace(/\$(?:(\w+)|\{(\w+)\})/g,(e,t,s)=>{const i=t??s??""
return Object.hasOwn(n,i)?n[i]??e:e})
function shellText(e){if(!/^(?:.*\/)?(?:ba|da|a)?sh$/.test(e[0]??""))return undefined
const n=e.findIndex(e=>/^-[a-z]*c$/.test(e))
return n<0?undefined:e[n+1]}function pipCall(e,n){const t=e.findIndex(e=>!f.has(e)&&!/^\w+=/.test(e))
const s=t<0?undefined:afterPip(e.slice(t))
if(s===undefined)return undefined
const{rest:i,choice:o,includes:r}=readOptions(s.words,{file:""})
const c=[]
const d=[]
let l=s.python
for(let e=0;e<i.length;e++){const n=i[e]??""
const[t="",s]=n.startsWith("--")?cutAt(n,"="):[n,undefined]
if(t==="--platform"||t==="--python-version"){const n=s??i[++e]??""
if(t==="--platform")d.push(n)
else l=/^3\.?\d+/.exec(n)?.[0].replace(/^3\.?/,"3.")??l}else if(u.has(t)&&s===undefined)e++
else if(!n.startsWith("-")&&!/[$`<>]/.test(n.replace(/[<>]=?[\d.*]+/g,""))&&!isPlace(n)){const e=(0,a.p)(n)
if(typeof e!=="string")c.push({word:n,parsed:e})}}const h=[...r,...s.files.map(e=>({kind:"requirements",path:e}))].filter(({path:e})=>e!==""&&!/[$`]/.test(e)).map(({kind:e,path:t})=>({kind:e,path:t,folder:n}))
return{includes:h,named:c,choice:o,platforms:d,...l!==undefined&&{python:l}}}function afterPip(e){const n=(e[0]??"").replace(/^.*\//,"")
const t=/^(?:python|pip)(3\.\d+)$/.exec(n)?.[1]
const s=t===undefined?{}:{python:t}
let i
if(/^pip[\d.]*$/.test(n))i=1
else if(/^python[\d.]*$/.test(n)){const n=e.indexOf("-m")
if(n<0||e[n+1]!=="pip")return undefined
i=n+2}else if(n==="uv"&&e[1]==="pip")i=2
else return undefined
while(e[i]?.startsWith("-"))i++
const o=e[i]??""
const r=e.slice(i+1)
if(o==="sync")return{words:[],files:r.filter(e=>!e.startsWith("-")),...s}
return["install","download","wheel"].includes(o)?{words:r,files:[],...s}:undefined}function cutAt(e,n){const t=e.indexOf(n)
return t<0?[e,undefined]:[e.slice(0,t),e.slice(t+1)]}function installsOf(e){return e.trace.steps.flatMap((n,t)=>{const{keyword:s,form:i,args:o,heredocs:r}=n.instruction
if(s!=="RUN")return[]
const a=i==="json"?o.map(quote).join(" "):o[0]??""
const c=r.map(({content:e})=>e)
return[a,...c].flatMap(e=>pipCalls(e,n.variables)).map(s=>new InstallReader(e,n,t).read(s))})}const quote=e=>`'${e.replaceAll("'",`'\\''`)}'`
class InstallReader{context
step
index
requirements=[]
constraints=[]
files=[]
problems=[]
seen=new Set
choice
constructor(e,n,t){this.context=e
this.step=n
this.index=t
this.choice=d}read(e){const{dockerfile:n,trace:t,runtime:s}=this.context
const{stage:o,instruction:r,variables:a,workdir:c}=this.step
const d={file:n.file,line:r.line}
for(const{kind:n,path:t,folder:s}of e.includes)this.file(i.posix.resolve(c,s,t),n,undefined,e.conditional?undefined:t)
for(const{word:n,parsed:t}of e.named)this.requirements.push(this.named(n,t))
const{python:l,libc:f}=s(o)
const u=e.python??l
const h=environmentChoice(a)
const p=/\$\{?BUILD/.test(n.stages[baseStage(t,o)]?.platform??"")
const m=p&&e.platforms.length===0?[]:this.context.platforms
const g={...u!==undefined&&{python:u},...f!==undefined&&{libc:f}}
return{stage:o,at:d,conditional:e.conditional,requirements:this.requirements,constraints:this.constraints,choice:mergeChoices(mergeChoices(h,e.choice),this.choice),targets:m.map(e=>({platform:e,...g})),...u!==undefined&&{python:u},files:this.files,problems:this.problems}}named(e,n){const{instruction:t}=this.step
const{versionsOffset:s,...i}=n
const o=t.raw.split("\n")
const r=o.findIndex(n=>n.includes(e))
const a=this.context.dockerfile.file
const c=(o[r]?.indexOf(e)??0)+1
const d=r<0?{file:a,line:t.line}:{file:a,line:t.line+r,column:c}
const l=r<0||i.versions===undefined?d:{...d,column:c+s}
return{...i,hashed:false,at:d,versionsAt:l}}file(e,n,t,s){if(this.seen.has(`${n} ${e}`))return
this.seen.add(`${n} ${e}`)
const{trace:o,selected:a}=this.context
const c=(0,r.Rp)(e,this.step,a)??(0,r.nR)(e,this.step.stage,o,a,this.index)
if(c===undefined){if(t!==undefined)this.missing(e,t)
else if(s!==undefined)this.absent(e,s)
return}const d=this.context.text(c)
if(d===undefined)return
if(this.isRewritten(i.posix.basename(e)))return
this.files.push(c)
const{requirements:l,includes:f,choice:u,problems:h}=parseRequirements(d,c);(n==="requirements"?this.requirements:this.constraints).push(...l)
this.problems.push(...h)
this.choice=mergeChoices(this.choice,u)
for(const n of f)if(!/^[a-z]+:\/\//i.test(n.path)&&!n.path.includes("$"))this.file(i.posix.resolve(i.posix.dirname(e),n.path),n.kind,n.at)}isRewritten(e){const n=e.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")
const t=new RegExp(`(?:\\bsed\\s[^&|;\\n]*-i|>|\\btee\\b|\\bperl\\s+-p?i)[^&|;\\n]*${n}`)
return this.context.trace.steps.slice(0,this.index+1).some(({instruction:e})=>e.keyword==="RUN"&&t.test(e.raw))}absent(e,n){const{selected:t,dockerfile:s}=this.context
const{instruction:r}=this.step
if(/^[a-z]+:\/\//i.test(n)||n.includes("$")||!this.context.isAbsent(this.step,e))return
const a=r.raw.split("\n")
const c=r.line+Math.max(0,a.findIndex(e=>e.includes(n)))
const d=t.flatMap(({entries:e})=>e.map(e=>i.posix.basename(e.path)))
const l=(0,o.p)(i.posix.basename(e),new Set(d))
this.problems.push({code:"requirements/missing-file",message:`pip is told to read ${n}, which is not there`,at:{file:s.file,line:c},why:`no instruction before it brings or makes ${e}`,fix:l===undefined?"COPY it before this RUN, or correct the name":`did you mean ${l}?`})}missing(e,n){const{trace:t}=this.context
const s=i.posix.basename(e)
const o=t.steps.some(({instruction:e})=>e.keyword==="RUN"&&e.raw.includes(s))
const r=t.wholeContext.length>0||t.steps.some(e=>isForeign(e,t))
if(o||r)return
this.problems.push({code:"requirements/missing-file",message:`${s} is not in the image when pip looks for it`,at:n,why:`line ${this.step.instruction.line} of ${this.context.dockerfile.file} runs pip, and nothing before it copies ${e}`,fix:`COPY ${s} too, beside the file that names it`})}}function isForeign({instruction:{keyword:e,flags:n}},{stages:t}){const s=n.find(({name:e})=>e==="from")?.value
const i=s===undefined||/^\d+$/.test(s)||t.some(({name:e})=>e===s.toLowerCase())
return e==="ADD"||e==="COPY"&&!i}function baseStage(e,n){const t=e.stages.find(({index:e})=>e===n)?.base
return t?.kind==="stage"?baseStage(e,t.stage):n}function environmentChoice(e){const{PIP_INDEX_URL:n,PIP_EXTRA_INDEX_URL:t="",PIP_NO_INDEX:s,PIP_FIND_LINKS:i}=e
return{...n!==undefined&&n!==""&&{index:n},extra:t.split(/\s+/).filter(Boolean),none:s!==undefined&&/^(1|true|yes|on)$/i.test(s),links:i!==undefined&&i!=="",pre:false,noBinary:[],onlyBinary:[]}}var h=t(99687)
const p=/\s*(\(|\)|===|~=|==|!=|<=|>=|<|>|"[^"]*"|'[^']*'|[A-Za-z_][\w.]*)/y
function evaluateMarker(e,n){const t=tokenize(e)
if(t===undefined)return"unknown"
const s=new MarkerParser(t,n)
return s.or()}function tokenize(e){const n=[]
p.lastIndex=0
while(p.lastIndex<e.trimEnd().length){const t=p.exec(e)
if(t?.[1]===undefined)return undefined
n.push(t[1])}return n}class MarkerParser{at=0
words
environment
constructor(e,n){this.words=e
this.environment=n}or(){let e=this.and()
while(this.take("or"))e=either(e,this.and())
return e}and(){let e=this.comparison()
while(this.take("and"))e=both(e,this.comparison())
return e}comparison(){if(this.take("(")){const e=this.or()
this.take(")")
return e}const e=this.next()
const n=this.take("not")?`not ${this.next()}`:this.next()
const t=this.next()
return compare(this.value(e),n,this.value(t),e,t)}next(){return this.words[this.at++]??""}take(e){if(this.words[this.at]!==e)return false
this.at++
return true}value(e){if(/^["']/.test(e))return e.slice(1,-1)
return variables(this.environment)[e]}}function variables({python:e,machine:n}){return{os_name:"posix","os.name":"posix",sys_platform:"linux","sys.platform":"linux",platform_system:"Linux",platform_machine:n,"platform.machine":n,platform_python_implementation:"CPython",implementation_name:"cpython",python_implementation:"CPython",python_version:e,python_full_version:e,extra:""}}function compare(e,n,t,...s){if(e===undefined||t===undefined)return"unknown"
if(n==="in")return yes(t.includes(e))
if(n==="not in")return yes(!t.includes(e))
const[i="",o=""]=s
if(/^python_(?:full_)?version$/.test(i))return compareVersions(i,e,n,t)
if(/^python_(?:full_)?version$/.test(o))return compareVersions(o,t,m[n]??n,e)
if(n==="=="||n==="===")return yes(e===t)
if(n==="!=")return yes(e!==t)
return"unknown"}const m={"<":">",">":"<","<=":">=",">=":"<="}
function compareVersions(e,n,t,s){const holds=e=>(0,h.ib)(e,`${t}${s}`,{prereleases:true})
if(e==="python_version")return yes(holds(n))
const[i,o]=[holds(`${n}.0`),holds(`${n}.99`)]
return i===o?yes(i):"unknown"}const yes=e=>e?"yes":"no"
const either=(e,n)=>e==="yes"||n==="yes"?"yes":e==="no"&&n==="no"?"no":"unknown"
const both=(e,n)=>e==="no"||n==="no"?"no":e==="yes"&&n==="yes"?"yes":"unknown"
const g={buster:{glibc:"2.28",python:"3.7"},bullseye:{glibc:"2.31",python:"3.9"},bookworm:{glibc:"2.36",python:"3.11"},trixie:{glibc:"2.41",python:"3.13"},debian10:{glibc:"2.28",python:"3.7"},debian11:{glibc:"2.31",python:"3.9"},debian12:{glibc:"2.36",python:"3.11"},debian13:{glibc:"2.41",python:"3.13"},focal:{glibc:"2.31",python:"3.8"},jammy:{glibc:"2.35",python:"3.10"},noble:{glibc:"2.39",python:"3.12"},"ubuntu20.04":{glibc:"2.31",python:"3.8"},"ubuntu22.04":{glibc:"2.35",python:"3.10"},"ubuntu24.04":{glibc:"2.39",python:"3.12"}}
const y={3.16:"3.10",3.17:"3.10",3.18:"3.11",3.19:"3.11","3.20":"3.12",3.21:"3.12",3.22:"3.12",3.23:"3.12"}
const v=/^3\.\d{1,2}(?![\d])/
function runtimeOf(e){const[n="",t=""]=splitReference(e.toLowerCase())
const s=n.slice(n.lastIndexOf("/")+1)
const i=`${s}:${t}`
const o=libcOf(s,t,i)
const r=pythonOf(s,t,i)
return{...r!==undefined&&{python:r},...o!==undefined&&{libc:o}}}function splitReference(e){const n=e.replace(/@.*$/,"")
const t=n.lastIndexOf(":")
return t>n.lastIndexOf("/")?[n.slice(0,t),n.slice(t+1)]:[n,""]}function distribution(e,n){const t=`${e}-${n}`.split(/[-_:]/)
const s=t.find(e=>Object.hasOwn(g,e))
if(s!==undefined)return g[s]
const i=/^\d+(?:\.\d+)?/.exec(n)?.[0]
return i===undefined?undefined:g[`${e}${i}`]}function libcOf(e,n,t){if(/alpine|musl/.test(t))return{kind:"musl"}
const s=distribution(e,n)
if(s!==undefined)return{kind:"glibc",version:s.glibc}
return/^(?:python|debian|ubuntu|pypy)$/.test(e)||/slim/.test(n)?{kind:"glibc"}:undefined}function pythonOf(e,n,t){if(e==="python")return v.exec(n)?.[0]
const s=/python-?(3\.\d{1,2})(?!\d)/.exec(t)??/(?:^|[-:])py(3\.\d{1,2})(?!\d)/.exec(t)
if(s?.[1]!==undefined)return s[1]
const i=/python-?3(\d{1,2})(?:\D|$)/.exec(t)
if(i?.[1]!==undefined)return`3.${i[1]}`
if(e==="alpine")return y[/^3\.\d+/.exec(n)?.[0]??""]
return/^(?:debian|ubuntu|python3-debian\d+)$/.test(e)?distribution(e,n)?.python:undefined}var w=t(32865)
var b=t(94819)
var k=t(93965)
const $=20
const x=new WeakMap
function installs(e,n,t){const s=x.get(e.trace)
if(s!==undefined)return s
const i=installsOf({...e,platforms:n.platforms,runtime:n=>stageRuntime(n,e,t,0),text:t.around.text,isAbsent:(n,t)=>(0,k.f)(e,n,t,/\b(?:pip[\d.]*|uv)\s/)})
x.set(e.trace,i)
return i}function stageRuntime(e,n,t,s=0){const i=n.trace.stages.find(({index:n})=>n===e)?.base
if(i===undefined||s>$)return{}
switch(i.kind){case"image":return runtimeOf(i.ref)
case"stage":return stageRuntime(i.stage,n,t,s+1)
case"named":{const e=t.subjects.get(n.from[i.name]??"")
if(!(0,b.h)(e))return runtimeOf(i.ref)
return stageRuntime(e.trace.final.stage,e,t,s+1)}case"scratch":return{}
default:return i}}function applies({marker:e},{targets:n,python:t}){if(e===undefined)return"yes"
const s=n.length===0?[undefined]:n.map(({platform:e})=>(0,w.VT)(e))
const i=s.map(n=>evaluateMarker(e,{...t!==undefined&&{python:t},...n!==undefined&&{machine:n}}))
return i.includes("yes")?"yes":i.includes("unknown")?"unknown":"no"}const asked=e=>e.choice.none?[]:e.requirements.filter(n=>n.url===undefined&&applies(n,e)!=="no")
function specifiersOf(e,n){const t=n.constraints.filter(t=>t.key===e.key&&applies(t,n)==="yes")
return[e,...t].flatMap(({versions:e})=>e??[])}const factsOf=(e,n,{packages:t})=>t?.(e.key,n.choice)??{kind:"unknown"}
function choiceOf(e,n,t,i){const o=factsOf(e,n,i)
if(o.kind!=="known")return undefined
const r={key:e.key,versions:specifiersOf(e,n),choice:n.choice,target:t,python:n.python}
const a=O.get(o.releases)??new Map
O.set(o.releases,a)
const c=JSON.stringify(r)
const d=a.get(c)??(0,s.bX)(o.releases,r)
a.set(c,d)
return d}const O=new WeakMap
function packagesAsked(e){return e.catalog.services.flatMap(n=>{const t=e.subjects.get(n.name)
if(!(0,b.h)(t))return[]
return installs(t,n,e).flatMap(e=>asked(e).map(({key:n})=>({key:n,choice:e.choice})))})}}),32234:((e,n,t)=>{t.d(n,{NT:()=>runsOnBuildMachine,UO:()=>isWithin,Y5:()=>takenFrom,dR:()=>chainOf,ek:()=>stageAt,o0:()=>shellText,ts:()=>cleanPath})
var s=t(76760)
const stageAt=({stages:e},n)=>e.find(e=>e.index===n)
function chainOf(e,n){const t=stageAt(e,n)
if(t===undefined)return[]
return[t,...t.base.kind==="stage"?chainOf(e,t.base.stage):[]]}function takenFrom({instruction:e,stage:n},{stages:t}){const s=e.flags.find(({name:e})=>e==="from")?.value
if(s===undefined||s==="")return undefined
const i=t.findLast(({name:e,index:t})=>t<n&&e===s.toLowerCase())
return i?.index??(/^\d+$/.test(s)?t.find(({index:e})=>e===Number(s))?.index:undefined)}function runsOnBuildMachine({dockerfile:e,trace:n},t){const s=chainOf(n,t).at(-1)
return/\$\{?BUILDPLATFORM/.test(e.stages[s?.index??-1]?.platform??"")}function shellText({instruction:{args:e,heredocs:n},variables:t}){const s=[...e,...n.map(({content:e})=>e)].join("\n")
return s.replace(/\$(?:(\w+)|\{(\w+)\})/g,(e,n,s)=>{const i=n??s??""
return Object.hasOwn(t,i)?t[i]??e:e})}const cleanPath=e=>s.posix.resolve("/",e)
const isWithin=(e,n)=>n==="/"||e===n||e.startsWith(`${n}/`)}),93965:((e,n,t)=>{t.d(n,{f:()=>isAbsentFor,mq:()=>makes,q$:()=>stepsMake})
var s=t(76760)
var i=t(27766)
var o=t(24300)
var r=t(96389)
var a=t(77492)
var c=t(32234)
const d=20
const l=/^\/(?:bin|boot|dev|etc|home|lib\w*|media|mnt|opt|proc|root|run|s?bin|srv|sys|tmp|usr|var|go)(?:\/|$)/
const f=/^\/root\/\.local(?:\/|$)|^\/home\/(?!nonroot|node|ubuntu)[^/]+(?:\/|$)|^\/opt\/(?!yarn)[^/]+(?:\/|$)/
function makes(e,n,t,s=0){const i=(0,c.ek)(e.trace,n)
if(i===undefined||s>d)return"maybe"
const o=baseMakes(e,i,t,s)
return o==="no"?stepsMake(e,n,t,s):o}function stepsMake(e,n,t,s=0){const i=[...workdirs(e,n).map(e=>e===undefined?"maybe":(0,c.UO)(e,t)?"yes":"no"),...e.trace.steps.filter(e=>e.stage===n).map(n=>stepMakes(e,n,t,s))]
return i.includes("yes")?"yes":i.includes("maybe")?"maybe":"no"}function baseMakes(e,{base:n},t,s){switch(n.kind){case"scratch":return"no"
case"stage":return makes(e,n.stage,t,s+1)
case"named":return"maybe"
case"image":return(0,a.p)(n.ref)===undefined||l.test(t)&&!f.test(t)?"maybe":"no"
default:return n}}function workdirs({dockerfile:e},n){let t="/"
return(e.stages[n]?.instructions??[]).flatMap(({keyword:e,args:n})=>{if(e!=="WORKDIR")return[]
const i=(n[0]??"").replace(/^(["'])(.*)\1$/,"$2")
if(i.includes("$"))t=undefined
else if(i.startsWith("/"))t=(0,c.ts)(i)
else if(t!==undefined)t=s.posix.resolve(t,i)
return[t]})}function stepMakes(e,n,t,i){if(n.instruction.keyword==="RUN")return runMakes(n,t)
const o=(0,r.$t)(n)
if(o.includes("$")||n.instruction.flags.some(({name:e})=>e==="parents"))return"maybe"
if((0,c.UO)(o,t))return"yes"
if(!(0,c.UO)(t,o))return"no"
const a=t.slice(o==="/"?1:o.length+1)
const d=n.paths.slice(0,-1)
if(n.instruction.heredocs.length>0||d.some(e=>/[$*?[]|:\/\/|\.(?:tar|tgz|zip|txz)/.test(e)))return"maybe"
const{flags:l}=n.instruction
const f=(0,c.Y5)(n,e.trace)
if(f!==undefined){const n=d.flatMap(n=>[makes(e,f,s.posix.join((0,c.ts)(n),a),i+1),...s.posix.basename(n)===a.split("/")[0]?["maybe"]:[]])
return n.find(e=>e!=="no")??"no"}if(l.some(({name:e})=>e==="from"))return"maybe"
const u=e.selected.filter(({input:e})=>e.line===n.instruction.line&&e.stage===n.stage)
if(u.length===0||e.trace.wholeContext.length>0)return"maybe"
const h=d.flatMap(e=>{const n=(0,c.ts)(e).slice(1)
return[s.posix.join(n,a),...s.posix.basename(n)===a?[n]:[]]})
const p=u.some(({entries:e,root:n})=>e.some(({path:e})=>h.some(t=>(0,c.UO)(e,`${n}${t}`))))
return p?"yes":"no"}const u=/^(?:apt-get|apt|apk|yum|dnf|microdnf|tdnf|pip[\d.]*|useradd|adduser|groupadd|addgroup|usermod|chmod|chown|rm|mkdir|echo|printf|true|set|export|cd|test|\[|touch|find|sed|update-ca-certificates|ldconfig|apt-mark|dpkg|if|then|fi|else|:|ls|cat|id|sleep|which|strip|head|tail|grep|sort)$/
function runMakes(e,n){const t=(0,c.o0)(e)
if(e.instruction.heredocs.length>0)return"maybe"
const i=s.posix.basename(n)
const r=(0,o.h)(t)
if(r.some(([e=""],n)=>!u.test(s.posix.basename(e))&&!isTamePython(r[n]??[])))return"maybe"
const a=/^\/(?:root|home\/[^/]+)\/\.local(?:\/|$)/.test(n)
if(a)return/--user|--prefix|--root|\.local|PIP_USER|PYTHONUSERBASE/.test(`${t} ${Object.keys(e.variables).join(" ")}`)?"maybe":"no"
if(t.includes(i)||n.startsWith("/home/")&&/adduser|useradd/.test(t))return"maybe"
return"no"}function isTamePython([e="",n,t=""]){if(/^\w+=/.test(e))return false
if(!/^python[\d.]*$/.test(s.posix.basename(e)))return false
return n==="-m"?/^(?:pip|compileall|ensurepip)$/.test(t):n==="-c"&&!/open\(|write|mkdir|makedirs|copy/.test(t)}function isAbsentFor(e,n,t,r){const{trace:a}=e
if(t.includes("$")||a.wholeContext.length>0)return false
const d=(0,i.bq)(n.instruction)
if(d===undefined||d.some(({target:e})=>(0,c.UO)(t,s.posix.resolve(n.workdir,e))))return false
if(n.instruction.heredocs.length>0)return false
const l=(0,o.h)((0,c.o0)(n)).filter(e=>!r.test(e.join(" ")))
const named=e=>e.some(e=>e.includes(s.posix.basename(t)))
if(l.some(e=>named(e)||!u.test(s.posix.basename(e[0]??""))))return false
const f=a.steps.indexOf(n)
const h=a.steps.filter((e,t)=>t<f||t>f&&e.stage!==n.stage)
return makes({...e,trace:{...a,steps:h}},n.stage,t)==="no"}}),1071:((e,n,t)=>{t.d(n,{TR:()=>refuse,WX:()=>findingsOf,Z6:()=>subjectsOf})
var s=t(40754)
function findingsOf({inputs:e,services:n,...t}){const i=new Set(n.map(({name:e})=>e))
const o=(0,s.u8)({...t,subjects:subjectsOf(e)})
return o.filter(e=>e.service===undefined||servicesOf(e).some(e=>i.has(e)))}function subjectsOf(e){return new Map(e.toReversed().map(e=>[e.service.name,e.trace===undefined?e.problems:e]))}function refuse(e,n){const t=n.filter(({severity:e})=>e==="error")
return e.map(e=>{const n=new Set(e.problems.map(placeOf))
const s=t.filter(t=>servicesOf(t).includes(e.service.name)&&!n.has(placeOf(t)))
const i=s.map(({severity:e,service:n,services:t,edits:s,...i})=>i)
return i.length===0?e:{...e,problems:[...e.problems,...i]}})}const servicesOf=({service:e,services:n=(e===undefined?[]:[e])})=>n
const placeOf=({at:e,message:n})=>JSON.stringify([e?.file,e?.line,n])}),40754:((e,n,t)=>{t.d(n,{u8:()=>lint,cL:()=>c.cL})
var s=t(20108)
var i=t(23600)
function verifyLevel({verify:e,policy:n},t){const s=e.checks?.[t]??i.a.find(e=>e.id===t)?.level
if(s!=="error"&&s!=="warning")return undefined
return n.verify==="required"?s:"warning"}const o=/^lucid-ignore(-file)?:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)/
function namesIn(e,n,t){const s=o.exec(e)
return s?.[1]===n?(s?.[2]??"").split(/\s*,\s*/).filter(e=>t.has(e)):[]}function toSwitches(e,n){return{isOff:(t,s)=>e.has(t)||s!==undefined&&n.some(e=>e.rule===t&&e.line<=s&&s<=e.endLine)}}function everywhereIn(e,n){return new Set(e.flatMap(e=>namesIn(/^\s*#\s*(.*)$/.exec(e)?.[1]??"","-file",n)))}function readSwitches({instructions:e,text:n},t){const s=e.flatMap(({comments:e,line:n,endLine:s})=>e.flatMap(e=>namesIn(e,undefined,t)).map(e=>({rule:e,line:n,endLine:s})))
return toSwitches(everywhereIn(n.split(/\r?\n/),t),s)}function switchesOf(e,n){if(!e.includes("lucid-ignore"))return toSwitches(new Set,[])
const t=e.split(/\r?\n/)
const s=t.flatMap((e,t)=>{const s=/^(.*?)(?:^|\s)#\s*(lucid-ignore:.*)$/.exec(e)
const i=t+(s?.[1]?.trim()===""?2:1)
return namesIn(s?.[2]??"",undefined,n).map(e=>({rule:e,line:i,endLine:i}))})
return toSwitches(everywhereIn(t,n),s)}var r=t(94819)
var a=t(2944)
var c=t(1622)
const d=["error","warning","note"]
const l=new Set(s.Z)
function lint(e){const n=new Judge(e)
const t=[]
const s=a.a.filter(e=>n.wants(e))
for(const i of s)if(i.scope==="catalog")t.push(...n.judge(i,i.check(e),undefined))
for(const i of e.catalog.services)t.push(...lintService(s,i,e,n))
return sorted(withoutDoubles(t))}function withoutDoubles(e){const n=new Map(a.a.flatMap(({id:e,sameAs:n})=>n===undefined?[]:[[e,n]]))
return e.filter(({code:t,at:s})=>{const i=n.get(t)??[]
const[o=0,r=o]=[s?.line,s?.endLine]
const isSame=e=>i.includes(e.code)&&e.at?.file===s?.file&&o<=(e.at?.endLine??e.at?.line??0)&&(e.at?.line??0)<=r
return i.length===0||!e.some(isSame)})}function sorted(e){const n=Map.groupBy(e,keyOf)
return[...n.values()].flatMap(shared).sort(compare)}function shared([e,...n]){if(e===undefined)return[]
const t=[...new Set([e,...n].flatMap(({service:e})=>e??[]))]
return[{...e,...t.length>1&&{services:t}}]}function lintService(e,n,t,s){const i=t.subjects.get(n.name)
if(i===undefined)return[]
const o=(0,r.h)(i)?i.problems:i
return e.flatMap(e=>{if(e.scope==="problems")return s.judge(e,e.check(o,n),n)
if(e.scope!=="service"||!(0,r.h)(i))return[]
return s.judge(e,e.check({...i,service:n,request:t}),n)})}class Judge{request
services
switches=new Map
constructor(e){this.request=e
this.services=new Map(e.catalog.services.map(e=>[e.name,e]))}wants({id:e,severity:n,verifiedBy:t}){const{least:s,catalog:i}=this.request
if(s===undefined||t!==undefined)return true
const o=[n,i.lint?.rules[e],...i.services.map(({lint:n})=>n?.rules[e])]
return o.some(e=>e!==undefined&&e!=="off"&&d.indexOf(e)<=d.indexOf(s))}judge(e,n,t){return[...n].flatMap(n=>{const s=n.service===undefined?t:this.services.get(n.service)
const i=n.check??e.verifiedBy
const o=s&&i&&verifyLevel(s,i)
const r=(s??this.request.catalog).lint?.rules[e.id]??n.severity??o??e.severity
const a=[e.id,...e.sameAs??[]]
const c=a.some(e=>(s??this.request.catalog).lint?.rules[e]==="off"||this.switchesIn(n.at.file).isOff(e,n.at.line))
if(r==="off"||c)return[]
return[toFinding(e,r,n,s?.name)]})}switchesIn(e){const n=this.switches.get(e)
if(n!==undefined)return n
const{subjects:t,around:s,catalog:i}=this.request
const o=[...t.values()].find(n=>(0,r.h)(n)&&n.dockerfile.file===e)
const a=e===i.file?e.split("/").at(-1)??e:e
const c=(0,r.h)(o)?readSwitches(o.dockerfile,l):switchesOf(s.text(a)??"",l)
this.switches.set(e,c)
return c}}function toFinding({id:e},n,{message:t,at:s,why:i,fix:o,edits:r},a){return{code:e,severity:n,message:t,at:s,...i!==undefined&&{why:i},...o!==undefined&&{fix:o},...a!==undefined&&{service:a},...r!==undefined&&{edits:r}}}const keyOf=({code:e,at:n,message:t})=>JSON.stringify([e,n?.file,n?.line,t])
function compare(e,n){const t=d.indexOf(e.severity)-d.indexOf(n.severity)
if(t!==0)return t
const[s,i]=[e.at?.file??"",n.at?.file??""]
if(s!==i)return s<i?-1:1
return(e.at?.line??0)-(n.at?.line??0)}}),46183:((e,n,t)=>{t.d(n,{O:()=>askIndexes})
var s=t(76760)
function mergeFacts(e,n){const t=new Map
let s=n==="links"||e.length===0
let i=false
for(const n of e){if(n.kind==="unknown")s=true
if(n.kind!=="known")continue
i=true
s||=n.all==="some"
for(const e of n.releases){const n=t.get(e.version)
t.set(e.version,n===undefined?e:joined(n,e))}}if(i)return{kind:"known",releases:[...t.values()],all:s?"some":"all"}
return{kind:s?"unknown":"missing"}}function joined(e,n){const{yanked:t,...s}=e
const i=[...new Set([...e.wheels,...n.wheels])]
const o=e.yanked!==undefined&&n.yanked!==undefined
return{...s,wheels:i,source:e.source||n.source,...o&&{yanked:e.yanked}}}var i=t(29799)
var o=t(95538)
var r=t(40754)
var a=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var c=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
const d="https://pypi.org/simple"
async function askIndexes(e,n,l){const f={stack:[],error:void 0,hasError:false}
try{const c=(0,r.cL)(e)
if(c.length===0)return undefined
const{openIndexes:u}=await t.e(5602).then(t.bind(t,25602))
const{indexUrl:h=d}=n
const p=u({folder:(0,s.join)((0,i.nF)(l.env),"index"),mode:n.offline?"offline":"online",totalMs:n.indexTimeout*1e3,env:l.env,signal:l.signal,date:l.date??Date.now,login:h})
const m=new Map
const g={until:performance.now()+n.indexTimeout*1e3,next:"give up"}
const y=a(f,new o.d(l.progress).begin("packages","asking package indexes",g),false)
await Promise.all(c.map(async({key:e,choice:n})=>{const t=await Promise.all(urlsOf(n,h).map(n=>p.ask(n,e)))
m.set(questionOf(e,n),mergeFacts(t,n.links?"links":"no links"))}))
return{packages:(e,n)=>m.get(questionOf(e,n))??{kind:"unknown"},troubles:p.troubles()}}catch(e){f.error=e
f.hasError=true}finally{c(f)}}const urlsOf=({index:e,extra:n},t)=>[...new Set([e??t,...n])]
const questionOf=(e,{index:n,extra:t,links:s})=>JSON.stringify([e,n,t,s])}),94819:((e,n,t)=>{t.d(n,{h:()=>isSubject})
const isSubject=e=>e!==undefined&&"trace"in e}),2944:((e,n,t)=>{t.d(n,{a:()=>Ce})
var s=t(3595)
var i=t(65237)
const o=[{revision:"1111111111111111111111111111111111111111",committedAt:"2026-03-02T10:00:10Z"},{revision:"2222222222222222222222222222222222222222",committedAt:"2026-03-02T10:00:40Z"}]
const r={revision:"3333333333333333333333333333333333333333",committedAt:"2027-11-30T23:59:59Z"}
const both=(e,n)=>({who:e,events:[n,n]})
const gitTags=(e,n)=>({who:`the git tags ${e} and ${n}`,events:[{kind:"tag",tag:e},{kind:"tag",tag:n}]})
function pairsFor(e,{name:n=""}){const t=e.kind==="edge"?e.branch??"main":"main"
return[both("each commit of a pull request",{kind:"pull_request",number:7,head:"fix",base:"main",fork:false}),both("each commit of a branch",{kind:"push",branch:t}),both("each commit of a branch",{kind:"push",branch:"feature"}),both("each scheduled run",{kind:"schedule",branch:"main"}),both("each run of a merge queue",{kind:"merge_group",base:"main"}),...["","v",`${n}/v`,`${n}-v`,`${n}@`,`@acme/${n}@`].flatMap(e=>[gitTags(`${e}1.2.3`,`${e}1.2.4`),gitTags(`${e}1.2.3`,`${e}1.3.0`)])]}function sharedTag(e,n,t){const a=(0,i.iT)(e)
if("message"in a)return undefined
const tagOf=(i,o)=>{const r={...o,event:i,dirty:false,defaultBranch:"main"}
return(0,s.$)({immutable:[e],floating:[],...n&&{flavor:n}},r,t).immutable[0]}
const c=pairsFor(a,t).map(({who:e,events:[n,t]})=>{const s=[tagOf(n,o[0]),tagOf(t,o[1])]
const i=s[0]!==tagOf(n,r)
return{who:i?timeWords(a):e,tags:s,isDated:i,isShared:s[0]!==undefined&&s[0]===s[1]}})
const[d]=c.filter(({isShared:e})=>e)
const l=d?.tags[0]
if(d===undefined||l===undefined)return undefined
const f=c.every(({tags:e,isDated:n})=>e[0]===l&&e[1]===l&&!n)
return{tag:l,who:f?"every commit":d.who,kind:f?"fixed":"moving"}}const timeWords=({kind:e})=>`${e==="schedule"?"scheduled runs":"commits"} of about the same time`
var a=t(94819)
function*collidingPorts({catalog:{services:e}}){const n=new Map
for(const{name:t,ports:s,at:i}of e){for(const{published:e,protocol:o}of s){if(e===undefined)continue
const s=`${e}/${o}`
const r=n.get(s)
if(r===undefined)n.set(s,t)
else if(r!==t)yield{service:t,message:`${t} and ${r} both publish host port ${s}`,at:i,why:"they cannot run on one host as they are; smoke uses ephemeral ports and does not mind",fix:`give ${t} another host port`}}}}function*imageNames({catalog:{services:e,imageTemplate:n}}){if(n===undefined||!n.includes("{{"))return
const t=n.split(/\{\{[^}]*\}\}/).map(e=>e.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"))
const s=new RegExp(`^(?:.*/)?${t.join("[^/]+")}$`)
for(const{name:t,declaredImage:i,at:o}of e)if(!s.test(i))yield{service:t,message:`${i} is not named by the rule ${n}`,at:o,why:"whoever looks for the project's images by name will not find it",fix:"leave `image` out of the service, or name it as the others are"}}function lineWith(e,{around:n,catalog:t},{at:s}){const i=n.text(t.file.split("/").at(-1)??t.file)?.split("\n")??[]
const o=i.findIndex(n=>n.includes(e))+1
return o===0?s:{file:s.file,line:o,column:(i[o-1]?.indexOf(e)??0)+1}}function*sharedTags(e){const{services:n,project:t}=e.catalog
for(const s of n){const{name:n,phase:i,tags:o,flavor:r}=s
const a={name:n,project:t,...i!==undefined&&{phase:i}}
for(const t of o){const i=sharedTag(t,r,a)
if(i===undefined)continue
const o=i.kind==="fixed"&&/\d/.test(i.tag)
yield{service:n,message:`${JSON.stringify(t)} gives ${i.who} the same tag, ${i.tag}`,at:lineWith(t,e,s),why:"a tag under `tags` is written once: publishing fails as soon as another commit has another image",fix:o?"raise it with every change, or take it from the git tag with type=semver,pattern={{version}}":"move the rule to `floating`, or put {{sha}} into the tag",...o&&{severity:"warning"}}}}}function*withoutPhase({catalog:{services:e,phases:n}}){if(n.length===0)return
for(const{name:t,phase:s,at:i}of e)if(s===undefined)yield{service:t,message:`${t} belongs to no phase, so that no run of a phase builds it`,at:i,fix:`add "phase: ..." with one of ${n.map(({id:e})=>e).join(", ")}`}}function*phaseOrder({service:e,trace:n,from:t,request:{catalog:s}}){const i=s.phases.map(({id:e})=>e)
const o=i.indexOf(e.phase??"")
if(o<0)return
for(const{name:r,ref:a,use:c,line:d}of n.named){const l=s.services.find(e=>e.name===t[r])
if(l===undefined||i.indexOf(l.phase??"")<=o)continue
yield{message:`${c==="FROM"?"FROM":`${c} from`} ${a}: ${l.name} belongs to phase ${l.phase}, which comes after ${e.phase}`,at:{file:n.file,line:d},why:"phase by phase, the image it stands on would not be there yet",fix:`move ${l.name} to phase ${e.phase} or an earlier one, or ${e.name} to phase ${l.phase}`}}}function*mutableBases({catalog:{services:e},subjects:n,digest:t}){const s=new Map
for(const{name:t}of e){const e=n.get(t)
for(const{ref:n,use:t,line:i}of(0,a.h)(e)?e.trace.images:[])if(t!=="syntax"&&!n.includes("@")&&!n.includes("$")&&(0,a.h)(e))s.set(n,[...new Set([...s.get(n)??[],`${e.trace.file}:${i}`])])}for(const[e,[n="",...i]]of s){const s=t?.(e)
const o=n.lastIndexOf(":")
yield{message:`${e} is a tag that moves: the same Dockerfile gives another image tomorrow`,at:{file:n.slice(0,o),line:Number(n.slice(o+1))},...i.length>0&&{why:`used in ${i.length} other place${i.length>1?"s":""}, too`},fix:s===undefined?`pin it: ${e}@sha256:..., as "docker buildx imagetools inspect ${e}" prints it`:`pin it: ${e}@${s}`}}}const c=/^(?:dockerfile|containerfile)(?:\.[\w-]+)*$|^[\w.-]+\.dockerfile$/i
const d=/\.(?:dockerignore|md|txt|rst|j2|jinja2?|tmpl|tpl|template|erb|in|bak|orig|example|sample|lock|ya?ml|json|toml|sh|py|ts|js)$/i
const l=/^(?:node_modules|vendor|third_party|site-packages|testdata|tests?|fixtures?|__fixtures__|examples?|\..+|v?env)$/i
function*unlisted({catalog:e,around:n}){const t=new Set(e.services.map(({dockerfile:e})=>e))
const s=[n.tree]
for(let e=s.pop();e!==undefined;e=s.pop())for(const n of e.children?.values()??[]){const{name:e,entry:i,children:o}=n
if(o!==undefined){if(!l.test(e))s.push(n)}else if(c.test(e)&&!d.test(e)&&!t.has(i.path))yield{message:`no service of the catalog is built from ${i.path}`,at:{file:i.path,line:1},fix:`add a service with "dockerfile: ${i.path}" to the catalog, or delete the file`}}}const f=[{id:"mutable-base",scope:"catalog",severity:"note",title:"A base image by a tag that moves",docs:"What a tag names changes without a word. A digest beside it (`python:3.11-slim@sha256:...`) fixes the bytes, and tools such as Renovate or Dependabot keep it fresh. Lucid notices a moved tag itself, by the digest of every base in the fingerprint.",check:mutableBases},{id:"host-port-collision",scope:"catalog",severity:"note",title:"Two services publish the same host port",docs:"Only one of them can be started on a host with the ports as they are written. Smoke uses ephemeral ports and does not mind.",check:collidingPorts},{id:"image-name",scope:"catalog",severity:"warning",title:"An image outside the catalog's naming rule",docs:"The catalog's `image` says how images are named; this service's own `image` does not follow it, so that scripts and people who go by the rule miss it.",check:imageNames},{id:"tag-not-unique",scope:"catalog",severity:"error",title:"A rule under `tags` that gives several commits one tag",docs:"Tags under `tags` are written once. A rule such as `type=ref,event=pr`, `type=ref,event=branch`, `type=edge`, `latest`, `{{major}}.{{minor}}` or a schedule's date gives two commits the same one, so publishing the second one fails, after it was built. Under `floating` such a tag moves to the newest image, after smoke; a pull request's own (`type=ref,event=pr`) moves within that pull request. A fixed version (`1.2.0`) is a warning only: it works as long as somebody raises it with every change.",check:sharedTags},{id:"unlisted-dockerfile",scope:"catalog",severity:"note",title:"A Dockerfile that no service names",docs:"Nobody builds it: either a service was forgotten, or the file is left over. Folders of tests, examples and others' code are not looked at.",check:unlisted},{id:"no-phase",scope:"catalog",severity:"warning",title:"A service that no phase builds",docs:"The catalog has phases, and this service is in none of them: `--phase` never selects it, and the progress of the plan does not count it.",check:withoutPhase},{id:"phase-order",scope:"service",severity:"warning",title:"A service that stands on one of a later phase",docs:"Phases are built one after another. A Dockerfile that is FROM an image of a later phase, or copies from it, finds none, or an old one.",check:phaseOrder}]
var u=t(76760)
var h=t(20453)
var p=t(38815)
var m=t(27766)
function readCompose(e){const n=new p.HN
const t=(0,p.Tp)(e,{lineCounter:n,logLevel:"silent",merge:true})
const s=t.errors.length>0?undefined:mapAt(t.contents,"services")
if(s===undefined)return[]
const lineOf=e=>n.linePos(e?.range?.[0]??0).line
return s.items.flatMap(({key:e,value:n})=>{const t=(0,p.jh)(n)?n:undefined
return t===undefined?[]:[toService(String((0,p.jn)(e)?e.value:e),t,lineOf)]})}function toService(e,n,t){const s=n.get("build",true)
const i=(0,p.jn)(s)?textOf(s):(0,p.jh)(s)?textAt(s,"context")??".":undefined
const o=(0,p.jh)(s)?textAt(s,"dockerfile"):undefined
const r=textAt(n,"image")
const a=nodeAt(n,"platform")
const c=textOf(a)
const d=healthOf(mapAt(n,"healthcheck"),t)
return{name:e,...r!==undefined&&{image:r},...i!==undefined&&{context:i},...o!==undefined&&{dockerfile:o},...c!==undefined&&{platform:{value:(0,m.Je)(c),line:t(a)}},ports:portsOf(nodeAt(n,"ports"),t),...d!==undefined&&{health:d},env:envOf(nodeAt(n,"environment"),t)}}function portsOf(e,n){if(!(0,p.oP)(e))return[]
return e.items.flatMap(e=>{const t=n(e)
if((0,p.jh)(e)){const n=Number(textAt(e,"target"))
const s=Number(textAt(e,"published"))
return n>0?[{container:n,...s>0&&{published:s},line:t}]:[]}const s=/^(?:(?:[\d.]+:|\[[^\]]*\]:)?(\d*):)?(\d+)(?:\/\w+)?$/.exec(textOf(e)??"")
if(s===null)return[]
return[{container:Number(s[2]),...s[1]&&{published:Number(s[1])},line:t}]})}function healthOf(e,n){const t=e&&nodeAt(e,"test")
if((0,p.jn)(t))return{form:"shell",words:[String(t.value)],line:n(t)}
if(!(0,p.oP)(t))return undefined
const s=t.items.map(e=>String((0,p.jn)(e)?e.value:""))
if(s[0]!=="CMD"&&s[0]!=="CMD-SHELL")return undefined
return{form:s[0]==="CMD"?"exec":"shell",words:s.slice(1),line:n(t)}}function envOf(e,n){const t=[]
if((0,p.oP)(e))for(const s of e.items){const[,e,i]=/^([^=]+)=(.*)$/s.exec(textOf(s)??"")??[]
if(e!==undefined&&i!==undefined)t.push([e,{value:i,line:n(s)}])}if((0,p.jh)(e))for(const s of e.items){const e=(0,p.tO)(s)?textOf(s.value):undefined
if(e!==undefined&&(0,p.jn)(s.key))t.push([String(s.key.value),{value:e,line:n(s.key)}])}return Object.fromEntries(t)}function nodeAt(e,n){const t=e.get(n,true)
return t}function mapAt(e,n){const t=(0,p.jh)(e)?e.get(n,true):undefined
return(0,p.jh)(t)?t:undefined}const textAt=(e,n)=>textOf(nodeAt(e,n))
function textOf(e){if(!(0,p.jn)(e)||e.value===null||e.value===undefined)return undefined
const n=(0,h.pz)(String(e.value).replaceAll("$$","\0"),()=>undefined)
return n.includes("$")?undefined:n.replaceAll("\0","$")}var g=t(96389)
var y=t(77492)
const v=/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/
const w=/^(?:node_modules|vendor|third_party|site-packages|testdata|tests?|fixtures?|__fixtures__|\..+|v?env)$/i
function composeFiles(e){const n=[]
const t=[e]
for(let e=t.pop();e!==undefined;e=t.pop())for(const s of e.children?.values()??[]){if(s.children===undefined&&v.test(s.name))n.push(s.entry.path)
else if(s.children!==undefined&&!w.test(s.name))t.push(s)}return n.sort()}function*differences(e){const{catalog:n,around:t,subjects:s}=e
const i=finder(n.services)
for(const n of composeFiles(t.tree)){for(const o of readCompose(t.text(n)??"")){const t=i(o,u.posix.dirname(n))
if(t===undefined)continue
for(const e of compare(t,o,n))yield{...e,service:t.name}
const r=s.get(t.name)
const c=(0,a.h)(r)&&o.health!==undefined?lacking(r,o.health,e):undefined
if(c!==undefined&&o.health!==undefined)yield{service:t.name,message:`${o.name}: its health check needs ${c}, which the image does not have`,at:{file:n,line:o.health.line},why:"it replaces the image's own HEALTHCHECK, and the container is unhealthy for ever",fix:"leave `test` out, so that the image's own counts, or ask with a program of the image"}}}}function lacking(e,{form:n,words:t},s){if((0,g.el)(e,s)===undefined)return undefined
if(n==="shell")return"a shell"
return/^(?:.*\/)?(?:sh|bash|curl|wget|nc|python)$/.test(t[0]??"")?t[0]:undefined}function finder(e){const by=n=>{const t=new Map
for(const s of e)t.set(n(s),t.has(n(s))?undefined:s)
return t}
const n=by(({dockerfile:e})=>u.posix.normalize(e))
const t=by(({declaredImage:e})=>(0,y.V)(e))
const s=by(({name:e})=>e)
return({name:e,image:i,dockerfile:o,context:r},a)=>{if(r!==undefined)return n.get(u.posix.normalize(u.posix.join(a,r,o??"Dockerfile")))
return i!==undefined?t.get((0,y.V)(i)):s.get(e)}}function*compare(e,n,t){const s=`make ${t} and the catalog the same`
const say=(e,i)=>({message:`${n.name}: ${e}`,at:{file:t,line:i},fix:s})
const i=e.ports.map(({container:e})=>e)
for(const{container:t,published:s,line:o}of n.ports){const n=e.ports.find(e=>e.container===t)
if(i.length>0&&n===undefined)yield say(`container port ${t}, the catalog says ${i.join(", ")}`,o)
else if(n?.published!==undefined&&s!==undefined&&n.published!==s)yield say(`port ${t} is ${s} on the host, the catalog says ${n.published}`,o)}const o=n.env.PORT
if(o!==undefined&&/^\d+$/.test(o.value)&&i.length>0&&!i.includes(Number(o.value)))yield say(`PORT is ${o.value}, the catalog says ${i.join(", ")}`,o.line)
const{health:r}=e
const a=n.health&&(0,h.Ai)(n.health.words,t=>n.env[t]?.value??e.env[t])
if(a!==undefined&&r?.kind==="http"&&n.health!==undefined){if(a.port!==r.port)yield say(`its health check asks port ${a.port}, the catalog says ${r.port}`,n.health.line)
if(a.path!==r.path)yield say(`its health check asks ${a.path}, the catalog says ${r.path}`,n.health.line)}if(n.platform!==undefined&&!e.platforms.includes(n.platform.value))yield say(`platform ${n.platform.value}, and the catalog builds it for ${e.platforms.join(", ")}`,n.platform.line)}const b=[{id:"compose-mismatch",scope:"catalog",severity:"warning",title:"A Compose file and the catalog disagree",docs:"The repository's Compose files (`compose.yml`, `docker-compose.prod.yml` and the like) start the same images. A service is found there by its Dockerfile or image, else by its name; ports, `PORT`, the address of its health check, and `platform` are compared, and a health check by curl, wget or a shell on an image that has none is told. What holds variables that nobody can know is left alone.",check:differences}]
var k=t(15330)
var $=t(1622)
var x=t(32234)
function packageCopies(e){const{trace:n}=e
return n.steps.flatMap(t=>{const s=n.final.chain.includes(t.stage)?(0,x.Y5)(t,n):undefined
if(s===undefined||t.instruction.keyword!=="COPY")return[]
const i=(0,$.vM)(s,e,e.request)
const o=t.paths.slice(0,-1).map(n=>folderOf((0,x.ts)(n),s,t,i,e))
return o.flatMap(e=>e===undefined?[]:[{step:t,stage:s,builder:i,...e}])})}function folderOf(e,n,t,{python:s},i){const o=(0,g.$t)(t)
if(/[$*?[]/.test(e)||o.includes("$"))return undefined
if(/\/lib\/python3\.\d+\/(?:site|dist)-packages$/.test(e))return{folder:o}
if(/\/lib\/python3\.\d+$/.test(e))return{folder:u.posix.join(o,"site-packages")}
const r=s===undefined?undefined:`python${s}/site-packages`
if(r===undefined)return undefined
if(/\/\.local\/lib$/.test(e))return{folder:u.posix.join(o,r)}
const{prefixes:a,targets:c,venvs:d}=placesOfPip(n,i)
if(c.has(e))return{folder:o}
const l=u.posix.join(o,"lib",r)
if(d.has(e))return{folder:l,venv:o}
return/\/\.local$/.test(e)||a.has(e)?{folder:l}:undefined}function placesOfPip(e,{trace:n}){const t=new Set((0,x.dR)(n,e).map(({index:e})=>e))
const s=n.steps.filter(e=>t.has(e.stage)&&e.instruction.keyword==="RUN").map(x.o0).join("\n")
const all=e=>new Set([...s.matchAll(e)].map(([,e=""])=>(0,x.ts)(e)))
return{prefixes:all(/--(?:prefix|root)[= ]+["']?(\/[^\s"';&|]+)/g),targets:all(/(?:--target[= ]+|\spip3? install .*\s-t\s+)["']?(\/[^\s"';&|]+)/g),venvs:all(/\b(?:venv|virtualenv)\s(?:.*\s)?["']?(\/[^\s"';&|]+)/g)}}const bringsPython=e=>(0,g.qz)(e,e.request).some(({paths:e})=>e.slice(0,-1).some(e=>/\/python[\d.]*$|uv\/python|^\/usr\/local\/?$|^\/usr\/local\/bin|^\/usr\/bin|conda|pyenv|^\/$/.test(e)))
function searchedBy(e){const{trace:n,service:t,request:s}=e
const{python:i}=(0,$.vM)(n.final.stage,e,s)
const o=(0,g.l8)(e,s)
if(i===undefined||o===undefined||bringsPython(e))return undefined
const r=(0,g.RG)(e,s)
const env=e=>t.env[e]??r.find(n=>n.env[e]!==undefined)?.env[e]?.value
const a=env("PYTHONPATH")??""
if(["PYTHONHOME","PYTHONUSERBASE","VIRTUAL_ENV"].some(e=>env(e)!==undefined)||/\$\{?(?!PYTHONPATH)/.test(a))return undefined
const c=homeOf(e,(0,y.V)(o),env("HOME"))
if(c===undefined)return undefined
const d=workdirOf(e)
const l=/(?:^|\/)python$/.test((0,y.V)(o))?[`/usr/local/lib/python${i}/site-packages`]:/(?:^|\/)(?:python3(?:-debian\d+)?|debian|ubuntu)$/.test((0,y.V)(o))?["/usr/lib/python3/dist-packages",`/usr/lib/python${i}`,`/usr/local/lib/python${i}/dist-packages`]:undefined
if(l===undefined)return undefined
const f=a.split(":").filter(e=>e.startsWith("/")).map(x.ts)
return[...l,...f,(0,x.ts)(d),...scriptFolder(e),`${c}/.local/lib/python${i}/site-packages`]}function homeOf(e,n,t){if(t!==undefined)return t.includes("$")?undefined:(0,x.ts)(t)
const s=(0,g.Jq)("user",e,e.request)?.value.split(":")[0]
if(s===undefined)return/distroless/.test(n)&&/nonroot/.test((0,g.l8)(e,e.request)??"")?"/home/nonroot":"/root"
if(/^(?:0+|root)$/.test(s))return"/root"
if(!/distroless/.test(n))return undefined
return s==="65532"||s==="nonroot"?"/home/nonroot":"/"}const workdirOf=e=>(0,g.RG)(e,e.request).find(({workdir:e})=>e!==undefined)?.workdir?.value??"/"
const commandWords=({trace:{final:e}})=>[...e.entrypoint?.value.words??[],...e.cmd?.value.words??[]].join(" ").split(/\s+/)
function scriptFolder(e){const n=commandWords(e).find(e=>e.endsWith(".py"))
return n===undefined?[]:[u.posix.dirname(u.posix.resolve(workdirOf(e),n))]}function moduleOf(e){const n=e.findIndex((n,t)=>n==="-m"&&/(?:^|\/)python[\d.]*$/.test(e[t-1]??""))
const t=n<0?undefined:e[n+1]
return t!==undefined&&/^[A-Za-z_]\w*(?:\.\w+)*$/.test(t)?t:undefined}function entryFile(e){const n=commandWords(e)
const t=workdirOf(e)
const s=e.service.env.PYTHONPATH??e.trace.final.env.PYTHONPATH?.value??""
const i=[t,...s.split(":").filter(e=>e.startsWith("/"))]
const o=moduleOf(n)?.replaceAll(".","/")
const r=/(?:^|\/)python[\d.]*$/.test(n[0]??"")?n.find(e=>e.endsWith(".py")):undefined
const a=o!==undefined?i.flatMap(e=>[`${e}/${o}.py`,`${e}/${o}/__main__.py`].map(x.ts)):r===undefined?[]:[u.posix.resolve(t,r)]
const c=a.map(n=>(0,k.nR)(n,e.trace.final.stage,e.trace,e.selected))
return c.find(e=>e!==undefined)}function*noHealthcheck(e){const{trace:n,service:t,request:s}=e
if(t.health===undefined||(0,g.Jq)("healthcheck",e,s)!==undefined)return
yield{message:"the catalog says how to tell that it is healthy, the image does not: no HEALTHCHECK",at:{file:n.file,line:n.final.line},fix:"add a HEALTHCHECK in JSON form to the final stage"}}function*mismatch({trace:e,service:n}){const{healthcheck:t,env:s}=e.final
const{health:i}=n
if(t===undefined||i?.kind!=="http"||t.value.kind==="none")return
const o=(0,h.Ai)(t.value.words,e=>n.env[e]??s[e]?.value)
if(o===undefined)return
const r={file:e.file,line:t.line}
const a="make them the same"
if(o.port!==i.port)yield{message:`HEALTHCHECK asks port ${o.port}, the catalog says ${i.port}`,at:r,fix:a}
if(o.path!==i.path)yield{message:`HEALTHCHECK asks ${o.path}, the catalog says ${i.path}`,at:r,fix:a}}function*notExposed(e){const{trace:n,service:t,request:s}=e
const i=(0,g.RG)(e,s).flatMap(({ports:e})=>e.map(({value:e})=>`${e.port}/${e.protocol}`))
for(const{container:o,protocol:r}of t.ports){if(i.includes(`${o}/${r}`))continue
const t=r==="tcp"?`${o}`:`${o}/${r}`
yield{message:`the catalog says port ${t}, the image does not EXPOSE it`,at:{file:n.file,line:n.final.ports.at(-1)?.line??n.final.line},fix:`add "EXPOSE ${t}" to the final stage, or correct the port in the catalog`,...(0,g.el)(e,s)===undefined&&{severity:"warning"}}}}function*otherPort({trace:e,service:n}){const{env:t,ports:s,entrypoint:i,cmd:o}=e.final
const r=n.ports.map(({container:e})=>e)
const[a,c]=r.length>0?[r,"the catalog says"]:[s.map(({value:e})=>e.port),"the image has EXPOSE for"]
if(a.length===0)return
const tell=(t,s,i)=>({message:`${t} ${s}, ${c} ${[...new Set(a)].join(", ")}`,at:i===undefined?n.at:{file:e.file,line:i},why:"the program listens where nobody asks",fix:"make them the same"})
const d=n.env.PORT
const l=t.PORT
const f=d??l?.value??""
if(/^\d{2,5}$/.test(f)&&!a.includes(Number(f)))yield tell("PORT is",Number(f),d===undefined?l?.line:undefined)
const u=o?.line??i?.line
const p=(0,h.Cl)([...i?.value.words??[],...o?.value.words??[]])
if(p!==undefined&&!a.includes(p))yield tell("the program is told to listen on port",p,u)}function*loopback(e){const{trace:n,service:t,request:s}=e
const{env:i,ports:o,entrypoint:r,cmd:a}=n.final
if(t.ports.length===0&&o.length===0&&t.health===undefined)return
const tell=(e,s)=>({message:`${e}: nobody outside the container can reach it`,at:s===undefined?t.at:{file:n.file,line:s},why:"127.0.0.1 is the container itself; a HEALTHCHECK inside it succeeds all the same",fix:"listen on 0.0.0.0"})
for(const[e,n]of Object.entries(t.env))if((0,h.C0)(e,n))yield tell(`${e} is ${n}`,undefined)
for(const[e,{value:n,line:s}]of Object.entries(i))if(!Object.hasOwn(t.env,e)&&(0,h.C0)(e,n))yield tell(`${e} is ${n}`,s)
for(const e of[r,a]){const n=e&&(0,h.oi)(e.value.words)
if(n!==undefined)yield tell(`the program is told to listen on ${n}`,e?.line)}const c=entryFile(e)
const d=c===undefined?undefined:(0,h.Cs)(s.around.text(c)??"")
if(c!==undefined&&d!==undefined)yield{...tell(`the server is bound to ${d.address}`,undefined),at:{file:c,line:d.line}}}const O=[{id:"healthcheck-mismatch",scope:"service",severity:"warning",title:"HEALTHCHECK and catalog disagree on port or path",docs:"One of the two is wrong: either the container is called unhealthy while it works, or smoke asks for something that is not there.",check:mismatch},{id:"no-healthcheck",scope:"service",severity:"note",title:"No HEALTHCHECK, though the catalog knows how to tell",docs:"Smoke does not need it; `docker ps` and Compose's `condition: service_healthy` do.",check:noHealthcheck},{id:"port-not-exposed",scope:"service",severity:"error",verifiedBy:"port",title:"A port of the catalog that the image does not EXPOSE",docs:"EXPOSE opens nothing, but it is where people and tools look for an image's ports. A difference mostly means that one of the numbers is old. A warning where the base image may expose it.",check:notExposed},{id:"port-mismatch",scope:"service",severity:"warning",title:"The program listens on another port than the catalog says",docs:"`ENV PORT`, the catalog's `env`, or `--port` and `--bind` in CMD and ENTRYPOINT name a port that is none of the catalog's `ports` (or, where it has none, none that the image EXPOSEs). The port that is published leads nowhere then.",check:otherPort},{id:"loopback-bind",scope:"service",severity:"warning",title:"A server that listens inside its container only",docs:"A server bound to `127.0.0.1` or `localhost` is reached from its own container alone: a HEALTHCHECK passes, every other container and the host get no connection. Bind to `0.0.0.0`. Seen in `HOST` and the like, of the image or of the catalog's `env`, in the options of CMD and ENTRYPOINT, and in the Python file that the container starts.",check:loopback}]
var A=t(73163)
const unquoted=e=>e.replace(/^(["'])(.*)\1$/s,"$2")
function looksLikeOne(e,n){const t=(0,h.pz)(unquoted(n??""),()=>undefined)
if(/^\$\{?\w+\}?$/.test(t))return false
return(0,A.m)("build argument",e,t)!==undefined}const check=e=>function*({dockerfile:n,trace:t}){const s=new Set(t.final.chain.flatMap(e=>n.stages[e]?.instructions??[]))
for(const t of n.instructions){const{keyword:i,pairs:o,line:r}=t
if(!e.includes(i))continue
if(i==="ENV"&&!s.has(t))continue
for(const{key:e,value:t}of o){const s=i==="ARG"&&t===undefined?"a value":t
if(!looksLikeOne(unquoted(e),s))continue
yield{message:`${i} ${e} looks like a credential`,at:{file:n.file,line:r},why:"everyone who has the image can read it in its history or configuration",fix:"use RUN --mount=type=secret in the build, and the environment of the running container"}}}}
const S=[{id:"credential",scope:"service",severity:"error",title:"An ARG or LABEL that looks like a credential",docs:"Build args end in the image's history, labels in its configuration. Hand it to the build under `secrets` in the catalog, and use it by `RUN --mount=type=secret`.",check:check(["ARG","LABEL"])},{id:"credential-env",scope:"service",severity:"error",verifiedBy:"credentials",title:"An ENV that looks like a credential",docs:"The value is in the image for all to read. Give it to the container when it starts.",check:check(["ENV"])}]
const P=[{name:"StageNameCasing",id:"buildkit-stage-name-casing",severity:"note",title:"A stage's name in capitals"},{name:"FromAsCasing",id:"buildkit-from-as-casing",severity:"note",title:"FROM and AS in different case",sameAs:["from-casing"]},{name:"NoEmptyContinuation",id:"buildkit-no-empty-continuation",severity:"warning",title:"An empty line inside an instruction"},{name:"ConsistentInstructionCasing",id:"buildkit-consistent-instruction-casing",severity:"note",title:"Instructions in different case"},{name:"DuplicateStageName",id:"buildkit-duplicate-stage-name",severity:"warning",title:"Two stages of one name"},{name:"ReservedStageName",id:"buildkit-reserved-stage-name",severity:"warning",title:"A stage named scratch or context"},{name:"JSONArgsRecommended",id:"buildkit-json-args-recommended",severity:"note",title:"CMD or ENTRYPOINT in shell form, which takes no signals",sameAs:["distroless-shell"]},{name:"MaintainerDeprecated",id:"buildkit-maintainer-deprecated",severity:"note",title:"MAINTAINER, which a label has replaced"},{name:"UndefinedArgInFrom",id:"buildkit-undefined-arg-in-from",severity:"warning",title:"FROM with an ARG that is not declared",sameAs:["dockerfile-error","undeclared-arg"]},{name:"WorkdirRelativePath",id:"buildkit-workdir-relative-path",severity:"note",title:"A relative WORKDIR on a base whose own is not said"},{name:"UndefinedVar",id:"buildkit-undefined-var",severity:"warning",title:"A variable that nothing sets",sameAs:["undeclared-arg","undefined-variable"]},{name:"MultipleInstructionsDisallowed",id:"buildkit-multiple-instructions-disallowed",severity:"warning",title:"CMD, ENTRYPOINT or HEALTHCHECK twice in a stage"},{name:"LegacyKeyValueFormat",id:"buildkit-legacy-key-value-format",severity:"note",title:"ENV or LABEL without an equals sign"},{name:"RedundantTargetPlatform",id:"buildkit-redundant-target-platform",severity:"note",title:"--platform=$TARGETPLATFORM, which is what FROM does anyway"},{name:"SecretsUsedInArgOrEnv",id:"buildkit-secrets-used-in-arg-or-env",severity:"note",title:"An ARG or ENV named like a secret",sameAs:["credential","credential-env"]},{name:"InvalidDefaultArgInFrom",id:"buildkit-invalid-default-arg-in-from",severity:"note",title:"FROM with an ARG whose default makes no valid name",sameAs:["dockerfile-error"]},{name:"FromPlatformFlagConstDisallowed",id:"buildkit-from-platform-flag-const-disallowed",severity:"warning",title:"FROM with a fixed --platform",sameAs:["hardcoded-platform"]},{name:"CopyIgnoredFile",id:"buildkit-copy-ignored-file",severity:"warning",title:"COPY of something that the ignore file leaves out",sameAs:["ignored-source","missing-source"]},{name:"InvalidDefinitionDescription",id:"buildkit-invalid-definition-description",severity:"note",title:"A comment above a stage or ARG that does not begin with its name"},{name:"ExposeProtoCasing",id:"buildkit-expose-proto-casing",severity:"note",title:"EXPOSE with a protocol in capitals"},{name:"ExposeInvalidFormat",id:"buildkit-expose-invalid-format",severity:"warning",title:"EXPOSE with a host's address or port"},{name:"InvalidBaseImagePlatform",id:"buildkit-invalid-base-image-platform",severity:"warning",title:"A base image for another platform than the one that is built"}]
const j=new Set(P.map(({name:e})=>e))
const build_checks_check=e=>function*({buildChecks:n=[]}){for(const{rule:t,detail:s,url:i,at:o,service:r}of n)if(e(t))yield{message:s,at:o,service:r,...i!==undefined&&{fix:`see ${i}`}}}
const kebab=e=>e.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g,(e,n="",t="",s="",i="")=>`${n}${s}-${t}${i}`).toLowerCase()
const M="Told where there is an engine (`build-checks`). A comment `# check=skip=NAME` at the head of the Dockerfile switches it off for every build."
const T=[...P.map(({name:e,id:n,severity:t,title:s,sameAs:i})=>({id:n,scope:"catalog",severity:t,title:`${s} (BuildKit's ${e})`,docs:`[${e}](https://docs.docker.com/reference/build-checks/${kebab(e)}/). ${M}${i===undefined?"":` Silent where ${i.map(e=>`\`${e}\``).join(" or ")} has said it, or is switched off.`}`,...i!==undefined&&{sameAs:i},check:build_checks_check(n=>n===e)})),{id:"buildkit-other",scope:"catalog",severity:"note",title:"A check of BuildKit's that is newer than this program",docs:`Its name and page are in the message. ${M}`,check:build_checks_check(e=>!j.has(e))}]
var R=t(24300)
const E=/^(?:\w+_)?(?:BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|ID)|TIMESTAMP|CREATED|VCS_REF|(?:GIT_)?REVISION|GIT_(?:COMMIT|SHA|REV|REF|HASH)|COMMIT(?:_(?:SHA|HASH|ID))?)$/i
const N=/\{\{\s*(?:revision|short_revision|date)\s*\}\}/
const I=/(?:^|[\s;&|(])(?:(?:apt-get|apt|dnf|yum|microdnf|zypper|tdnf)\s(?:\S+\s)*?(?:install|upgrade)|apk\s(?:\S+\s)*?add|(?:pip[\d.]*|uv\s+pip)\s+install|npm\s+(?:ci|install)|yarn\s+install|pnpm\s+(?:install|fetch)|bundle\s+install|composer\s+install|go\s+mod\s+download|cargo\s+fetch|poetry\s+install|uv\s+sync)\b/
const C=/^(?:mkdir|chmod|chown|echo|printf|ln|rm|touch|set|cd|true|useradd|adduser|groupadd|addgroup|usermod|cp|mv)$/
function kindOf({args:e,form:n,heredocs:t}){const s=[...e,...t.map(({content:e})=>e)].join("\n")
if(I.test(s))return"installs"
const i=n==="json"?[e]:(0,R.h)(s)
return i.every(([e=""])=>C.test(e))?"quick":"unknown"}function*volatileEarly({dockerfile:e,trace:n,service:t}){const isVolatile=e=>{const n=t.args[e]
return n===undefined?E.test(e):N.test(n)}
const spoiled=(t,s,i)=>{const o=(e.stages[t]?.instructions??[]).slice(s).filter(({keyword:e})=>e==="RUN")
const r=o.find(e=>kindOf(e)!=="quick"||i.test(cache_textOf(e)))
if(r!==undefined)return kindOf(r)==="installs"&&!i.test(cache_textOf(r))?r:undefined
const a=n.stages.filter(({base:e})=>e.kind==="stage"&&e.stage===t)
return a.map(({index:e})=>spoiled(e,0,i)).find(e=>e!==undefined)}
for(const{index:t}of n.stages){const n=e.stages[t]?.instructions??[]
for(const[s,{keyword:i,pairs:o,line:r}]of n.entries()){if(i!=="ARG")continue
for(const{key:n}of o.filter(({key:e})=>isVolatile(e))){const i=spoiled(t,s+1,new RegExp(`\\b${n}\\b`))
if(i===undefined)continue
yield{message:`ARG ${n} stands above the RUN in line ${i.line}, which installs things and does not use it: that step is never cached`,at:{file:e.file,line:r},why:"every ARG above a RUN is part of its cache key, and this one is another on every build",fix:"move it below the last RUN that does without it"}}}}}const _=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","REVISION"])
function*volatileBaked({dockerfile:e,trace:n,service:t}){const s=new Set
for(const{name:i,keyword:o,line:r,stage:a}of n.volatile){const c=t.args[i]
const d=c===undefined?_.has(i):N.test(c)
if(o==="LABEL"||!d||s.has(i))continue
const l=n.steps.find(e=>e.stage===a&&e.instruction.line===r)?.instruction
const f=l===undefined?"":[l.raw,...l.heredocs.map(({content:e})=>e)].join("\n")
if(l?.keyword==="RUN"&&!new RegExp(`\\b${i}\\b`).test(f)&&kindOf(l)!=="unknown")continue
s.add(i)
yield{message:`${i} gets into the image by this ${o}: every build is another image`,at:{file:e.file,line:r},why:"on branches an image is reused from commit to commit, and then holds the value of the first; every release builds it anew",fix:`take ${i} out, or use it in a LABEL alone: labels with commit and date are set anyway`}}}const L="org.opencontainers.image.version"
function*versionLabel({dockerfile:e,trace:n,service:t}){const s=n.volatile.filter(({name:e})=>e==="VERSION"||/\{\{\s*version/.test(t.args[e]??""))
for(const{name:i,keyword:o,line:r,stage:a}of s){const c=s.some(e=>e.name===i&&e.keyword!=="LABEL")
if(o!=="LABEL"||c||!n.final.chain.includes(a))continue
const d=e.instructions.find(e=>e.line===r&&e.keyword==="LABEL")?.pairs??[]
const l=d.filter(({key:e,value:n=""})=>/(?:^|[._-])version$/i.test(e)&&n.includes("$"))
for(const{key:n}of l){if(n===L&&t.policy.version==="relabel")continue
yield{message:`LABEL ${n} says 0.0.0, in a release, too`,at:{file:e.file,line:r},why:"a release points to the image that was built on the branch, where there is no version yet",fix:`leave the label out: with \`policy: { version: identical }\`, the default, a release's index says the version, and with \`relabel\` the label ${L} of its images, too`}}}}const cache_textOf=({raw:e,heredocs:n})=>[e,...n.map(({content:e})=>e)].join("\n")
const q=[{id:"volatile-arg-early",scope:"service",severity:"warning",title:"A date or revision declared above steps that do not use it",docs:"BuildKit counts every `ARG` that stands above a `RUN` as part of that step's cache key, used or not. A build date or a commit there makes every build start anew: packages are installed again and again. Declare it right above what uses it, which for labels is the end of the stage.",check:volatileEarly},{id:"volatile-arg-baked",scope:"service",severity:"warning",title:"A date or commit in a layer",docs:"An image that holds `BUILD_DATE` or a commit is another one with every build, though nothing else has changed. So it is kept from commit to commit on branches, with the value of the commit that it was built for, and built for each release. Labels, which the builder sets, say both without a build.",check:volatileBaked},{id:"version-label",scope:"service",severity:"warning",title:"A label made of VERSION",docs:"A release points to the image that was built and smoked on the branch, where `VERSION` is `0.0.0`. With `policy: { version: identical }` the version stands on the release's index; with `relabel` the release gets an image over the same layers whose label `org.opencontainers.image.version` is right. A label of the Dockerfile's own is not.",check:versionLabel}]
function derived(e){const n=new WeakMap
return t=>{const s=n.get(t)??{value:e(t)}
n.set(t,s)
return s.value}}const D=/(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key))$/i
const B=/\.(?:p12|pfx)$/i
const H=/(?:^|\/)(?:[._]netrc|\.npmrc|\.pypirc|\.git-credentials|\.docker\/config\.json|\.aws\/credentials)$/
const z=/(?:^|\/)[^/]*(?:credential|service[_-]?account|key|secret)[^/]*\.json$/i
const F=/(?:^|\/)\.env(?:\.[\w-]+)*$/
const U=/(?:example|sample|template|dist|default|test|ci)/i
const W=/(?:^|\/)(?:tests?|testdata|fixtures?|__fixtures__|examples?|node_modules|site-packages|vendor)\//i
const G=/(?:\.pem|\.key|\.p12|\.pfx|netrc|\.npmrc|\.pypirc|credentials|\.json|id_[a-z0-9]+|\.env[^/]*)$/i
const V=derived(e=>{const n=e.filter(({kind:e,path:n})=>e==="file"&&G.test(n)&&!W.test(n))
const named=e=>n.filter(({path:n})=>e.test(n))
return{secrets:[...new Set([D,B,H,z].flatMap(named))],envs:named(F).filter(({path:e})=>!U.test(e.slice(e.lastIndexOf("/")+5)))}})
function secretIn(e,n){if(B.test(e))return"a private key with its certificate"
if(n===undefined)return undefined
if(/-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY/.test(n))return"a private key"
if(/\.npmrc$/.test(e))return/_(?:authToken|password|auth)\s*=\s*(?!\$)\S/.test(n)?"an npm token":undefined
if(/netrc$|\.pypirc$/.test(e))return/\bpassword\s*[:= ]\s*\S/.test(n)?"a password":undefined
if(/\.git-credentials$/.test(e))return/:\/\/[^\s/:@]+:[^\s/@]+@/.test(n)?"a password":undefined
if(/\.docker\/config\.json$/.test(e))return/"(?:auth|identitytoken)"\s*:\s*"\S/.test(n)?"a registry login":undefined
if(/\.aws\/credentials$/.test(e))return/aws_secret_access_key\s*=\s*\S/.test(n)?"an AWS key":undefined
return undefined}function*shipping({selected:e,trace:n}){const t=new Set(n.final.chain)
const s=n.steps.flatMap(e=>{const s=t.has(e.stage)?(0,x.Y5)(e,n):undefined
if(s===undefined)return[]
const i=(0,x.dR)(n,s).map(({index:e})=>e)
return e.paths.slice(0,-1).map(e=>({stages:i,path:(0,x.ts)(e)}))})
for(const i of e){const{stage:e,line:o,kind:r}=i.input
const a=n.steps.find(n=>n.stage===e&&n.instruction.line===o)
const c=a===undefined||r==="mount"||r==="context"?undefined:(0,g.$t)(a)
if(c===undefined)continue
if(t.has(e)||s.some(({stages:n,path:t})=>n.includes(e)&&(0,x.UO)(c,t)))yield i}}function*secretFiles(e){for(const{input:n,entries:t,root:s}of shipping(e))for(const{path:i}of V(t).secrets){const t=secretIn(i,e.request.around.text(i))
if(t===undefined)continue
yield{message:`${n.label} puts ${i} into the image: ${t}`,at:{file:e.trace.file,line:n.line},why:"everyone who can pull the image can read it, also where a later instruction deletes it",fix:`add the line ${i.slice(s.length)} to the ignore file; give it to the build under \`secrets\`, or to the container when it starts`}}}function*envFiles(e){for(const{input:n,entries:t,root:s}of shipping(e))for(const{path:i}of V(t).envs){const t=credentialsIn(e.request.around.text(i)??"")
if(t.length===0)continue
yield{message:`${n.label} puts ${i} into the image, with ${t.slice(0,3).join(", ")}${t.length>3?" and more":""}`,at:{file:e.trace.file,line:n.line},why:"everyone who can pull the image can read it",fix:`add the line ${i.slice(s.length)} to the ignore file, and set the variables where the container is started`}}}function credentialsIn(e){return e.split(/\r?\n/).flatMap(e=>{const[,n,t=""]=/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*["']?([^"'\s#]*)/.exec(e)??[]
if(n===undefined||t===""||t.startsWith("$"))return[]
const s=(0,A.m)("build argument",n,t)!==undefined||/(?:_|^)PASS(?:WD)?$/i.test(n)
return s?[n]:[]})}const Y={bytes:200<<20,files:25e3}
const J=new WeakMap
function weigh({entries:e,root:n,input:t},s){const i=J.get(e)
if(i!==undefined)return i
const o=`${n}${t.sources[0]??""}`.split("/").filter(e=>e!==""&&e!==".").length
const r=new Map
let[a,c]=[0,0]
for(const{kind:n,path:t}of e){if(n!=="file")continue
c++
const e=c>Y.files?0:s(t)??0
a+=e
const i=t.split("/").slice(0,o+1).join("/")
r.set(i,(r.get(i)??0)+e)}const d=[...r].sort(([,e],[,n])=>n-e)[0]??["",0]
const l={bytes:a,files:c,heaviest:d}
J.set(e,l)
return l}const megabytes=e=>`${Math.round(e/1e6)} MB`
function*largeContext(e){const{selected:n,request:t,trace:s}=e
for(const e of n){if(e.input.kind==="mount")continue
const{bytes:n,files:i,heaviest:o}=weigh(e,t.around.size)
if(n<Y.bytes&&i<Y.files)continue
const[r,a]=o
const c=a>n/4?`, ${megabytes(a)} of it in ${r}`:""
const d=i<Y.files?`${megabytes(n)} in ${i} files`:`${i} files`
yield{message:`${e.input.label} brings ${d}${c}`,at:{file:s.file,line:e.input.line},why:"all of it is sent to the builder, hashed and packed whenever one of these files changes",fix:"name what the image does not need in the ignore file, or copy only the folders it does"}}}const Z=[{id:"secret-file",scope:"service",severity:"error",verifiedBy:"secrets",title:"COPY or ADD of a private key or a login",docs:"Private keys (`*.pem`, `*.key`, `id_ed25519`, `*.p12`), logins of package indices and registries (`.npmrc`, `.pypirc`, `.netrc`, `.docker/config.json`) and accounts of clouds belong into no image. Files are looked into: a certificate without its key, or an `.npmrc` without a token, is nothing to tell. Folders of tests and examples are left out.",check:secretFiles},{id:"env-file",scope:"service",severity:"error",verifiedBy:"secrets",title:"COPY or ADD of an env file with credentials",docs:"An `.env` with passwords or tokens is for the machine it lies on. In an image, all who can pull it can read it. Name it in the ignore file; the container gets its variables when it is started. Files such as `.env.example` are left out, and so are those that hold nothing like a credential.",check:envFiles},{id:"large-context",scope:"service",severity:"warning",title:"COPY or ADD of very much",docs:"More than 200 MB, or 25,000 files, by one instruction: mostly data, `node_modules`, a virtual environment or build results that nobody wanted to copy. The build waits for it, and any change in it rebuilds everything below.",check:largeContext}]
function lineStart(e,n){let t=e.startsWith("\ufeff")?1:0
for(let s=1;s<n;s++){const n=e.indexOf("\n",t)
if(n<0)return e.length
t=n+1}return t}function insertAbove({file:e,text:n},t,s){const i=n.split("\n")
let o=t.line
while(o>1&&/^\s*#/.test(i[o-2]??""))o--
const r=lineStart(n,o)
return{file:e,from:r,to:r,replacement:`${s}${n.includes("\r\n")?"\r\n":"\n"}`}}function replaceGroup({file:e,text:n},{line:t,endLine:s},i,o){const r=lineStart(n,t)
const a=new RegExp(i.source,`${i.flags.replace("d","")}d`).exec(n.slice(r,lineStart(n,s+1)))?.indices?.[1]
return a&&{file:e,from:r+a[0],to:r+a[1],replacement:o}}function*hardcodedPlatform({dockerfile:e,service:n,trace:t}){for(const{platform:s,line:i,instruction:o,index:r,instructions:a}of e.stages){if(s===undefined||s.includes("$"))continue
const c=n.platforms.every(e=>(0,m.Je)(e)===(0,m.Je)(s))
const d=c?replaceGroup(e,o,/\s(--platform=\S+\s+)/,""):undefined
const l=!t.final.chain.includes(r)&&!a.some(({keyword:e})=>e==="RUN")
yield{...l&&{severity:"note"},message:`FROM --platform=${s} is always that platform, whatever is built`,at:{file:e.file,line:i},fix:"leave it out for the platform that is built, or say --platform=$BUILDPLATFORM for a stage of tools",...d!==undefined&&{edits:[d]}}}}function*fromCasing({dockerfile:e}){for(const{instruction:n}of e.stages){const t=n.args[1]
const s=n.written
const i=s===s.toLowerCase()
if(t===undefined||!i&&s!==s.toUpperCase())continue
const o=i?"as":"AS"
if(t===o)continue
const r=replaceGroup(e,n,/\s(as)\s+\S+\s*$/i,o)
yield{message:`${s} and ${t} are written in different case`,at:{file:e.file,line:n.line},fix:`write ${o}`,...r!==undefined&&{edits:[r]}}}}const K=[{id:"hardcoded-platform",scope:"service",severity:"warning",title:"FROM with a fixed --platform",docs:"The stage stays on that platform when another one is built, so an arm64 image may hold amd64 programs. A stage in which nothing runs, that files are only copied from, is a note. Leave `--platform` out, or use `$BUILDPLATFORM` for a stage whose result does not depend on the platform.",check:hardcodedPlatform},{id:"from-casing",scope:"service",severity:"note",title:"FROM and AS in different case",docs:"`FROM python as builder` works, and BuildKit warns about it on every build.",check:fromCasing}]
const X=[[2048,"setuid","u+s"],[1024,"setgid","g+s"],[512,"sticky","+t"]]
function*special({selected:e,trace:n,request:{special:t}}){if(t===undefined||t.size===0)return
for(const{input:s,entries:i}of e){if(s.oneMode)continue
for(const{path:e}of i){const i=t.get(e)
if(i===undefined)continue
const o=X.filter(([e])=>(i&e)!==0)
const r=o.map(([,,e])=>e).join(",")
yield{message:`${s.label} takes ${e}, which has the ${o.map(([,e])=>e).join(" and the ")} bit (mode ${i.toString(8).padStart(5,"0")})`,at:{file:n.file,line:s.line},why:"git does not keep it: another checkout builds another image, and this one is built without it",fix:`\`chmod ${r.replaceAll("+","-")} ${e}\`; where the image needs it, say so in the Dockerfile: RUN chmod ${r}, or COPY --chmod=${(i&4095).toString(8)}`}}}}const Q=[{id:"special-mode",scope:"service",severity:"error",title:"COPY or ADD of something with the setuid, setgid or sticky bit",docs:"Git keeps whether a file is executable, and no other bit. A program that is setuid in one working tree is not in the next one, and files are built with git's modes (0644, 0755): what was meant would be lost in silence. A folder that has the setgid bit from the folder that the repository was cloned into is left alone. `COPY --chmod` with a number sets all bits: of what it copies nothing is said.",check:special}]
function*finalUser(e){const{trace:n,service:t,request:s}=e
const i=(0,g.Jq)("user",e,s)
const o=t.verify.user
const r=o??"65532:65532"
const a=n.final.user!==undefined
const c={file:n.file,line:a?i?.line??n.final.line:n.final.line}
const d=`add "USER ${r}" to the final stage`
const l=o===undefined&&!startsAsRoot(e)&&{severity:"note"}
const f=o!==undefined||(0,g.el)(e,s)==="distroless"
const u={check:f?"user":"nonroot"}
if(i===undefined){const{entrypoint:t,cmd:i}=n.final
const r=(0,g.RG)(e,s).at(-1)?.base.kind==="scratch"
if(o===undefined&&r&&t===undefined&&i===undefined)return
if(/nonroot/.test((0,g.l8)(e,s)??""))return
yield{message:"the final stage sets no USER, so the image runs as its base does: as root, mostly",at:c,fix:d,...u,...l}}else if(i.value.includes("$"))return
else if(!/^[0-9]+(?::[0-9]+)?$/.test(i.value)||/^0+(?::|$)/.test(i.value))yield{message:`USER ${i.value} is ${/^(?:0+|root)(?::|$)/.test(i.value)?"root":"no number"}`,at:c,why:"Kubernetes and the like can tell a user that is not root by its number only",fix:`say "USER ${r}"`,...u,...l}
else if(o!==undefined&&i.value!==o)yield{message:`USER ${i.value}, and the catalog wants ${o} (verify.user)`,at:c,fix:`say "USER ${o}"`,...u}}function startsAsRoot(e){const n=(0,g.el)(e,e.request)
return n==="scratch"||n==="distroless"&&/(?:^|\/)distroless\//.test((0,g.l8)(e,e.request)??"")}function finalInstructions({dockerfile:e,trace:n}){const t=[...n.final.chain].reverse().flatMap(n=>e.stages[n]?.instructions??[])
return t.filter(({keyword:e},n)=>e==="RUN"||!t.slice(n+1).some(n=>n.keyword===e))}const ee=new Set(["RUN","CMD","ENTRYPOINT","HEALTHCHECK"])
const ne=/\b(?:useradd|adduser|groupadd|addgroup)\b/
function*shellForm(e){const n=(0,g.el)(e,e.request)
if(n===undefined||hasOwnShell(e))return
for(const n of finalInstructions(e)){const{keyword:t,form:s,args:i,line:o}=n
if(!ee.has(t)||s==="json"||i.length===0)continue
const r=t==="HEALTHCHECK"?" CMD":""
const a=t==="RUN"&&ne.test(i[0]??"")
const c=t==="RUN"?undefined:execForm(e,n)
yield{message:`${t}${r} in shell form, and the final image has no shell`,at:{file:e.dockerfile.file,line:o},...a&&{why:"nor has it programs that add users: distroless brings the user 65532 (nonroot)"},fix:a?'leave it out and say "USER 65532:65532"':t==="RUN"?"do it in an earlier stage and COPY --from the result":`write the program and its arguments as JSON: ${t}${r} ["/usr/bin/python3", "..."]`,...c!==undefined&&{edits:[c]}}}}const hasOwnShell=({trace:e})=>e.final.shell!==undefined
function execForm({dockerfile:e},n){const t=n.args[0]??""
if(/[^\w\s./:=@%+,-]/.test(t)||/^\w+=/.test(t)||n.line!==n.endLine)return undefined
const s=t.trim().split(/\s+/)
const i=`[${s.map(e=>JSON.stringify(e)).join(", ")}]`
const o=t.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")
return replaceGroup(e,n,new RegExp(`\\s(${o})\\s*$`),i)}const te=/^(?:\/(?:usr\/)?s?bin\/)?(?:sh|bash|ash|dash|curl|wget|nc|useradd|adduser|groupadd|apt|apt-get|apk|pip|pip3)$/
const se=/^(?:\/usr\/bin\/)?python$|^\/usr\/local\/bin\/python[\d.]*$/
const ie=/^(?:uvicorn|gunicorn|hypercorn|daphne|waitress-serve|flask|fastapi|celery|alembic|django-admin|streamlit)$/
function*missingTool(e){const n=(0,g.el)(e,e.request)
if(n===undefined)return
const t=new Set((0,g.qz)(e,e.request).flatMap(e=>e.paths.flatMap(n=>[u.posix.basename(n),u.posix.join((0,g.$t)(e),u.posix.basename(n))])))
const s=(0,g.l8)(e,e.request)??""
const i=n==="distroless"&&/distroless\/python/.test(s)
for(const{keyword:n,form:o,args:r,line:a}of finalInstructions(e)){const[c="",...d]=r
if(!ee.has(n)||o!=="json"||t.has(c)||t.has(u.posix.basename(c)))continue
const l={file:e.dockerfile.file,line:a}
const f=`${n} runs ${c}, which the final image does not have`
if(te.test(c)){const e=ne.test(c)
const t=e?'leave it out and say "USER 65532:65532"':i?usePython(n):"use a program that is copied into the image"
yield{message:f,at:l,fix:t}}else if(/(?:^|\/)distroless\//.test(s)&&se.test(c))yield{message:f,at:l,why:"its Python is /usr/bin/python3",fix:`say ${JSON.stringify(["/usr/bin/python3",...d.slice(0,2)]).replace(/\]$/,d.length>2?", ...]":"]").replaceAll('","','", "')}`}
else if(i&&ie.test(c))yield{message:`${n} runs the script ${c}, which finds no Python here`,at:l,why:"its first line names the Python of the stage it was installed in, /usr/local/bin/python as a rule",fix:`say ["/usr/bin/python3", "-m", "${c}", ...]`}}}const usePython=e=>e==="HEALTHCHECK"?`use what is there: CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8080/health')"]`:"use what is there: /usr/bin/python3"
const oe=[{id:"final-user",scope:"service",severity:"warning",verifiedBy:"nonroot",title:"The image does not run as the numeric, non-root user it should",docs:"Without `USER` a container runs as root. A name cannot be checked from outside and needs an /etc/passwd; a number needs nothing. On distroless images and `scratch`, and where the catalog wants a user, it is a warning; an image with a shell may start as root and give it up, so there it is a note. `verify.user` in the catalog says which one is wanted.",check:finalUser},{id:"distroless-shell",scope:"service",severity:"warning",title:"Shell form on an image without a shell",docs:"`RUN x`, `CMD x`, `ENTRYPOINT x` and `HEALTHCHECK CMD x` run `/bin/sh -c x`. Distroless images and `scratch` have no shell: the build fails, the container does not start, or it is unhealthy for ever. Use the JSON form.",check:shellForm},{id:"distroless-tool",scope:"service",severity:"warning",title:"A program that the final image does not have",docs:"No shell, no curl, no wget, no package manager, and Python only as `/usr/bin/python3`: `python` and `/usr/local/bin/python` are those of other images. Scripts such as `uvicorn` start with the path of the Python they were installed with, which is not there either; run them as modules. `HEALTHCHECK` can ask by Python's `urllib`.",check:missingTool}]
var re=t(3733)
var ae=t(94958)
var ce=t(93965)
function starts({trace:e}){const{entrypoint:n,cmd:t,healthcheck:s}=e.final
const i=[]
if(n!==undefined){const{form:e,words:s}=n.value
const o=t?.value.form==="json"?t.value.words:[]
const r=e==="json"?(0,re.ST)([...s,...o]):(0,re.QL)(s[0]??"")
const{line:a}=t!==undefined&&e==="json"&&(0,re.ST)(s)?.script===undefined&&r?.script!==undefined?t:n
i.push({keyword:"ENTRYPOINT",line:a,startable:r})}else if(t!==undefined){const{form:n,words:s}=t.value
const o=entrypointOfBase(e.final.base,s[0]??"")
const r=o===undefined?undefined:n==="json"?(0,re.ST)([...o,...s]):(0,re.QL)(s[0]??"")
i.push({keyword:"CMD",line:t.line,startable:r})}if(s!==undefined&&s.value.kind!=="none"){const{kind:e,words:n}=s.value
const t=e==="exec"?(0,re.ST)(n):(0,re.QL)(n[0]??"")
i.push({keyword:"HEALTHCHECK",line:s.line,startable:t})}return i.flatMap(({startable:e,...n})=>e===undefined?[]:[{...n,startable:e}])}function entrypointOfBase(e,n){if(e.kind==="scratch")return[]
if(e.kind!=="image")return undefined
const t=(0,y.V)(e.ref)
if(/(?:^|\/)distroless\/python3(?:-|$)/.test(t))return n.endsWith(".py")?["/usr/bin/python3"]:undefined
return(0,y.p)(e.ref)===undefined?undefined:[]}function placesOf(e,n){const t=workdirOf(n)
if(t.includes("$"))return[]
if(e.includes("/"))return[u.posix.resolve("/",t,e)]
const s=n.trace.final.env.PATH?.value??"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
return s.split(":").flatMap(n=>n.startsWith("/")?[u.posix.join(n,e)]:[])}function copiedTo(e,{trace:n,selected:t}){const s={stage:n.final.stage,before:n.steps.length}
for(const i of e){const e=(0,k.vE)(i,s,n,t)
if(e!==undefined)return e}return undefined}const de=/^(?:chmod|chown|chgrp|ls|stat|test|\[|mkdir|useradd|adduser|groupadd|addgroup|apt-get|apt|apk|pip[\d.]*|npm|true)$/
const le=/^(?:dos2unix|sed|perl|awk|find|xargs|tr|git)$/
const commandsOf=e=>(0,R.h)((0,x.o0)(e)).filter(([e])=>e!==undefined)
const mentions=(e,n)=>e.some(e=>e.includes(u.posix.basename(n)))
const mayRewrite=(e,n)=>commandsOf(e).some(e=>{const t=u.posix.basename(e[0]??"")
return le.test(t)||!de.test(t)&&mentions(e,n)})
const mayChangeMode=(e,n)=>commandsOf(e).some(e=>{const t=u.posix.basename(e[0]??"")
if(t!=="chmod")return/^(?:find|xargs|install)$/.test(t)||!de.test(t)&&mentions(e,n)
return mentions(e,n)||e.some(e=>/^-\w*R|^--recursive$|[*?$]/.test(e))})
function*lineEnds(e){const{trace:n,request:t}=e
for(const{keyword:s,line:i,startable:o}of starts(e))for(const r of[o.program,...o.isShell?[o.script]:[]]){const a=r===undefined?undefined:copiedTo(placesOf(r,e),e)
if(r===undefined||a===undefined)continue
if(!/^#![^\n]*\r(?:\n|$)/.test(t.around.text(a.file)??""))continue
if(a.runs.some(e=>mayRewrite(e,r)||mayRewrite(e,a.file)))continue
yield{message:`${s} runs ${r}, whose first line ends with \\r: Windows line ends`,at:{file:n.file,line:i},why:r===o.program?"the kernel takes the \\r for a part of the interpreter's name, and says that there is no such file":"the shell takes the \\r for a part of what it reads",fix:`store ${a.file} with LF: add the line "*.sh text eol=lf" to .gitattributes, then \`git add --renormalize .\` and check it out again`}}}function modeSetBy(e){const n=e.flatMap(({instruction:e})=>e.flags.flatMap(({name:e,value:n})=>e==="chmod"?[n??""]:[])).at(-1)
if(n===undefined)return undefined
if(!/^[0-7]{3,4}$/.test(n))return"unknown"
return(Number.parseInt(n,8)&73)===0?"other":"executable"}function*notExecutable(e){const{trace:n,selected:t}=e
for(const{keyword:s,line:i,startable:{program:o}}of starts(e)){const r=copiedTo(placesOf(o,e),e)
if(r===undefined)continue
const a=t.flatMap(({entries:e})=>e).find(({path:e})=>e===r.file)
const c=modeSetBy(r.copies)
if(c==="executable"||c==="unknown"||c===undefined&&a?.executable!==false)continue
if(r.runs.some(e=>mayChangeMode(e,o)||mayChangeMode(e,r.file)))continue
yield{message:`${s} runs ${o}, which is not executable`,at:{file:n.file,line:i},why:`${r.file} has no executable bit${c===undefined?"":" after --chmod"}: the container ends with "permission denied"`,fix:`\`git update-index --chmod=+x ${r.file}\`, or COPY --chmod=0755`}}}function*missingScript(e){const{trace:n,dockerfile:t}=e
const s=n.final.chain.flatMap(e=>(t.stages[e]?.instructions??[]).flatMap(({keyword:e,args:n})=>e==="VOLUME"?n:[]))
for(const{keyword:t,line:i,startable:{script:o}}of starts(e)){if(o===undefined)continue
const[r]=placesOf(o.includes("/")?o:`./${o}`,e)
if(r===undefined||/[$*?]/.test(r))continue
if(s.some(e=>e.includes("$")||(0,x.UO)(r,(0,x.ts)(e))))continue
if(n.wholeContext.length>0||(0,ce.mq)(e,n.final.stage,r)!=="no")continue
const a=(0,ae.p)(r,placed(e,u.posix.dirname(r)))
yield{message:`${t} runs ${o}, which is not in the image`,at:{file:n.file,line:i},why:`no instruction brings or makes ${r}`,fix:a===undefined?"COPY it there, or correct the path":`did you mean ${a}?`}}}function placed({trace:e,selected:n},t){const s={stage:e.final.stage,before:e.steps.length}
const i=n.flatMap(({entries:e})=>e.filter(({kind:e})=>e==="file"))
const o=new Set(i.map(({path:e})=>u.posix.basename(e)))
if(o.size>500)return[]
return[...o].map(e=>u.posix.join(t,e)).filter(t=>(0,k.vE)(t,s,e,n)!==undefined)}const fe=[{id:"script-line-ends",scope:"service",severity:"error",title:"A script with Windows line ends in its `#!` line",docs:"Linux looks for an interpreter called `/bin/sh\\r` and says `no such file or directory`, of a script that is there. Looked at are the scripts of the repository that ENTRYPOINT, CMD and HEALTHCHECK run, or hand to a shell. Git writes such line ends where `core.autocrlf` or `.gitattributes` says so; `*.sh text eol=lf` in `.gitattributes` ends it. Nothing is said where a RUN may rewrite the file (`sed -i`, `dos2unix`).",check:lineEnds},{id:"script-not-executable",scope:"service",severity:"error",title:"The container starts a file without the executable bit",docs:"The file comes from the repository, git has it as 0644, and neither `COPY --chmod` nor a RUN makes it executable: the container ends with `permission denied`. Looked at is what ENTRYPOINT, CMD and HEALTHCHECK run themselves; a script that is handed to an interpreter needs no such bit.",check:notExecutable},{id:"missing-script",scope:"service",severity:"error",title:"The container starts a script that is not in the image",docs:'`CMD ["python", "x.py"]` where no instruction brings or makes `x.py`. Told only where that can be known: the image starts from a well-known image or from nothing, the file lies in none of the folders that distributions fill and in no VOLUME, and every RUN is one whose results are known, such as `apt-get` and `pip install`.',check:missingScript}]
const ue=new Set(["dockerfile/submodule","dockerfile/lfs-pointer","dockerfile/not-checked-out","dockerfile/file-name"])
const he=new Set(["dockerfile/missing-source","dockerfile/ignored-source",...ue])
const withCode=(e,n)=>function*(t,s){for(const{code:i,at:o,message:r,why:a,fix:c=n}of t)if(e(i))yield{message:r,at:o??s.at,...a&&{why:a},...c&&{fix:c}}}
const pe=[{id:"missing-source",scope:"problems",severity:"error",title:"COPY or ADD of something that is not in the build context",docs:"Paths are relative to the context, not to the Dockerfile: with the context `.` a Dockerfile in `infrastructure/mesh/` has to say `COPY infrastructure/mesh/app/ .`. The path that was probably meant is in the message.",check:withCode(e=>e==="dockerfile/missing-source","nothing in the context has that name: add it, or take it out of this line")},{id:"ignored-source",scope:"problems",severity:"error",title:"COPY or ADD of something that the ignore file leaves out",docs:"It is on disk, but the engine does not get it. Take it back with a line `!path` after the pattern that hides it, or change the pattern.",check:withCode(e=>e==="dockerfile/ignored-source")},{id:"not-checked-out",scope:"problems",severity:"error",title:"COPY or ADD of something that git has and the disk has not",docs:"A submodule that is not checked out, the pointer of a file of Git LFS, a file that the sparse checkout skips and whose bytes git's object does not tell, a name that is not UTF-8. The image would be built without it, or with a pointer's three lines in its place. `submodules: recursive` and `lfs: true` are what actions/checkout needs to be told; what an image does not need belongs into the ignore file.",check:withCode(e=>ue.has(e))},{id:"dockerfile-error",scope:"problems",severity:"error",title:"A Dockerfile or ignore file the engine would refuse",docs:"A syntax error, an unknown stage, a malformed pattern, a link that leaves the context. The build would fail at this line.",check:withCode(e=>!he.has(e))}]
function*missingInStage(e){const{trace:n}=e
for(const t of n.steps){const s=t.instruction.keyword==="COPY"?(0,x.Y5)(t,n):undefined
if(s===undefined)continue
for(const i of t.paths.slice(0,-1)){if(/[$*?[]/.test(i)||(0,ce.mq)(e,s,(0,x.ts)(i))!=="no")continue
const o=(0,x.ek)(n,s)?.name??`stage ${s}`
const r=(0,ae.p)((0,x.ts)(i),placesIn(e,s))
yield{message:`${o} never makes ${i}`,at:{file:n.file,line:t.instruction.line},why:"no COPY brings it there, and no command of that stage is one that makes it",fix:r===undefined?`COPY it into ${o} first, or take this line out`:`did you mean ${r}?`}}}}const placesIn=({trace:e},n)=>e.steps.flatMap(e=>e.stage===n&&e.instruction.keyword!=="RUN"?[(0,g.$t)(e)]:[])
const me=/^(?:http|pip|uvicorn|gunicorn|hypercorn|flask|celery|django|streamlit|debugpy|venv|json|unittest|pytest|compileall|site)(?:\.|$)/
function*missingModule(e){const{trace:n,service:t}=e
const s=n.final.cmd?.line??n.final.entrypoint?.line
const i=moduleOf(commandWords(e))
if(i===undefined||s===undefined||me.test(i))return
const o=searchedBy(e)
if(o===undefined||n.final.base.kind!=="image"||n.wholeContext.length>0)return
if(n.steps.some(e=>ge.test((0,x.o0)(e))))return
const r=i.replaceAll(".","/")
const a=[`${r}.py`,`${r}/__main__.py`,`${r}/__init__.py`,`${r}.pyc`]
const c=[...new Set(o)].filter(e=>!/-packages$|^\/usr\/lib\//.test(e))
const d=c.flatMap(e=>a.map(n=>u.posix.join(e,n)))
const l=n.final.chain
if(d.some(n=>l.some(t=>(0,ce.q$)(e,t,n)!=="no")))return
const f=findBelow(e,a.slice(0,2),t.context==="."?"":`${t.context}/`)
if(f===undefined)return
yield{message:`the container starts the module ${i}, and no instruction brings ${f} to where Python looks`,at:{file:n.file,line:s},why:`of the image's own folders, Python looks in ${c.join(", ")}`,fix:`COPY the folder that holds ${r.split("/")[0]} to ${workdirOf(e)}, or name it in PYTHONPATH`}}const ge=/\bpip[\d.]*\s+install\b[^&|;\n]*\s(?:-e|--editable|\.{1,2}(?=[\s/[]|$)|\/|\S+\.whl)|setup\.py|\b(?:poetry|uv|pdm|hatch|flit|pipenv)\s|-m\s+build\b/
function findBelow({request:e},n,t){const s=[e.around.tree]
for(let e=s.pop();e!==undefined;e=s.pop())for(const i of e.children?.values()??[]){const{path:e}=i.entry
if(i.children!==undefined)s.push(i)
else if(e.startsWith(t)&&n.some(n=>`/${e}`.endsWith(`/${n}`)))return e}return undefined}const ye=[{id:"missing-stage-source",scope:"service",severity:"error",title:"COPY --from of something the other stage never makes",docs:"The build fails at this line, minutes after it began. Told only where it can be known: the other stage starts from a well-known image or from nothing, and every command in it is one whose results are known, such as `apt-get`, `pip`, `mkdir` and `chown`. A `make` or `npm run build` may make anything, and nothing is said.",check:missingInStage},{id:"missing-module",scope:"service",severity:"warning",title:"The container starts a Python module that is not in the image",docs:"`python -m controller.main` ends with ModuleNotFoundError when `controller/` is not below the working directory or a folder of `PYTHONPATH`. Told where the module is one of the repository and every instruction that might bring it is understood.",check:missingModule}]
const ve=/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:[#%/^,:][^-+=?}][^}]*)?\})/g
function shellVariables({rest:e,heredocs:n}){const t=n.map(({content:e})=>e)
const s=[e,...t].join("\n")
if(/(?:^|[\s;&|(])(?:\.|source|eval)\s/.test(s))return[]
const i=withoutSingleQuotes([e,.../^\s*<</.test(e)?t:[]].join("\n"))
const o=new Set
for(const[e,n,t]of i.matchAll(ve)){const i=n??t??""
if(e!==""&&!setsIt(s,i))o.add(i)}return[...o]}function withoutSingleQuotes(e){let n=""
let t
for(let s=0;s<e.length;s++){const i=e[s]??""
if(t!=="'"&&i==="\\")s++
else if(t==="'")t=i==="'"?undefined:t
else{if(i===t)t=undefined
else if(t===undefined&&(i==="'"||i==='"'))t=i
if(t!=="'")n+=i}}return n}function setsIt(e,n){return new RegExp(`(?:^|[^\\w$])${n}\\+?=|\\b(?:for|read|declare|local|export)\\s(?:[^;\\n]*\\s)?${n}\\b`).test(e)}const we=/^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/
const be=new Set(["LABEL","ENV"])
function declaredAnywhere({dockerfile:e}){return new Set(e.instructions.filter(({keyword:e})=>e==="ARG").flatMap(({pairs:e})=>e.map(({key:e})=>e)))}function declarer({dockerfile:e}){const n=new Map
return(t,s)=>{const i=e.stages.findLast(({line:e})=>e<=s.line)
const o=`${i?.index} ${t}`
const r=n.get(o)??insertAbove(e,s,`ARG ${t}`)
n.set(o,r)
return[r]}}function*undeclared(e){const{trace:n,service:t,dockerfile:s}=e
const i=declaredAnywhere(e)
const o=declarer(e)
const tell=(e,t)=>({message:`${t.keyword} uses $${e}, which this stage does not declare: it will be empty`,at:{file:n.file,line:t.line},why:i.has(e)?"an ARG is seen only in the stage that declares it":"nothing in the Dockerfile sets it",fix:`add "ARG ${e}" to this stage, above the ${t.keyword}`,edits:o(e,t)})
for(const{name:e,keyword:o,line:r,certainty:a}of n.unset){const n=s.instructions.find(e=>e.line===r&&e.keyword===o)
if(!be.has(o)||n===undefined)continue
if(isGuarded(e,n))continue
const c=i.has(e)||Object.hasOwn(t.args,e)||we.test(e)
if(c||o==="LABEL")yield tell(e,n)
else if(a==="sure"&&!(0,m.Z7)(e)&&o!=="ENV")yield tell(e,n)}for(const{stage:n,instruction:s,names:o}of runs(e))for(const r of o){const o=i.has(r)||Object.hasOwn(t.args,r)||we.test(r)
if(o&&!mayInherit(r,n,e))yield tell(r,s)}}const isGuarded=(e,{raw:n})=>!new RegExp(`\\$(?:${e}\\b|\\{${e}\\})`).test(n)
function*runs({dockerfile:e,trace:n}){const t=new Map
for(const{index:s,base:i}of n.stages){const n=e.stages[s]
if(n===undefined)continue
const o=new Set(i.kind==="stage"?t.get(i.stage):[])
t.set(s,o)
for(const e of n.instructions){const{keyword:t,pairs:s,form:i}=e
if(t==="ARG"||t==="ENV")for(const{key:e}of s)o.add(e)
if(t!=="RUN"||i==="json")continue
yield{stage:n,instruction:e,names:shellVariables(e).filter(e=>!o.has(e))}}}}function mayInherit(e,n,{trace:t,request:s,from:i}){if(we.test(e))return false
let o=t.stages.find(({index:e})=>e===n.index)
while(o?.base.kind==="stage"){const e=o.base.stage
o=t.stages.find(({index:n})=>n===e)}const r=o?.base
if(r?.kind==="scratch")return false
if(r?.kind==="named"){const n=s.subjects.get(i[r.name]??"")
return n===undefined||!("trace"in n)||e in n.trace.final.env}const a=r===undefined?undefined:(0,y.p)(r.ref)
return a===undefined||a.has(e)}function*undefinedVariables(e){const{trace:n,service:t,dockerfile:s}=e
const i=declaredAnywhere(e)
for(const{name:o,keyword:r,line:a,certainty:c,stage:d}of n.unset){const l=s.stages[d]
const f=s.instructions.find(e=>e.line===a&&e.keyword===r)
if(r!=="ENV"||l===undefined||f===undefined)continue
if(i.has(o)||Object.hasOwn(t.args,o)||(0,m.Z7)(o))continue
if(isGuarded(o,f))continue
if(f.pairs.some(({key:e})=>e===o))continue
if(c==="maybe"&&mayInherit(o,l,e))continue
yield{message:`ENV uses $${o}, which nothing sets: the value will lack it`,at:{file:n.file,line:a},why:"variables of the running container are not known when the image is built, so none is filled in later",fix:`leave this ENV out and set it where the container is started, or declare "ARG ${o}" if it is not a secret`}}}const ke=[{id:"undeclared-arg",scope:"service",severity:"warning",title:"LABEL, ENV or RUN uses an ARG its stage does not declare",docs:"An `ARG` holds for its stage alone, and one before the first `FROM` for `FROM` lines alone. Used elsewhere it is empty, and labels such as the build date are lost without a word. Repeat `ARG NAME` in the stage that uses it; `lucid lint --fix` does.",check:undeclared},{id:"undefined-variable",scope:"service",severity:"warning",title:"ENV uses a variable that nothing sets",docs:"`ENV URI=mongodb://app:$PASSWORD@db` is filled in when the image is built, from ARG and ENV alone. What is only known when the container starts is lost: the value is stored without it. Compose it where the container is started, or in the program.",check:undefinedVariables}]
var $e=t(75569)
const xe=new Set(("pytest black flake8 mypy pylint isort ruff tox nox coverage pre-commit autopep8 yapf pycodestyle pyflakes pydocstyle bandit "+"hypothesis mock responses requests-mock httpretty vcrpy factory-boy freezegun time-machine nose nose2 ipdb pdbpp twine "+"bump2version bumpversion commitizen pyright pytype pyre-check vulture radon pyupgrade codespell interrogate locust "+"pip-audit pip-tools pipdeptree fakeredis mongomock aioresponses respx testcontainers allure-pytest behave robotframework").split(" "))
function isDevelopment(e){if(xe.has(e))return true
return/^(?:pytest|flake8|pylint|types)-/.test(e)||/-stubs$/.test(e)}const Oe=[["python-consul","python-consul2","py-consul","consul"],["psycopg2","psycopg2-binary"],["opencv-python","opencv-python-headless","opencv-contrib-python","opencv-contrib-python-headless"],["pyjwt","jwt"],["pycrypto","pycryptodome","crypto"],["python-jose","jose"],["pymupdf","fitz"],["python-dotenv","dotenv"],["python-magic","file-magic","magic"],["pillow","pil","pillow-simd"],["tensorflow","tensorflow-cpu","tensorflow-gpu"],["onnxruntime","onnxruntime-gpu"],["faiss-cpu","faiss-gpu"],["pinecone","pinecone-client"],["python-slugify","unicode-slugify","slugify"],["pyserial","serial"],["websocket-client","websocket"],["pymongo","bson"],["docker","docker-py"],["mysqlclient","mysql-python"],["python-ldap","ldap"],["scikit-learn","sklearn"],["beautifulsoup4","bs4","beautifulsoup"],["pyyaml","yaml"],["discord-py","discord"]]
function rivalsOf(e,n){const t=Oe.find(n=>n.includes(e))
return t===undefined?[]:n.filter(n=>n!==e&&t.includes(n))}const Ae=("aiofiles aiohttp aiokafka aiomysql aiopg aioredis aiosqlite alembic amqp anyio apscheduler argon2-cffi asgiref asyncio-mqtt asyncpg attrs "+"authlib azure-identity azure-storage-blob babel bcrypt beautifulsoup4 boto3 botocore cachetools celery certifi cffi chardet "+"charset-normalizer click cloudpickle colorama configparser cryptography dataclasses-json distro django django-cors-headers "+"djangorestframework dnspython docker elasticsearch email-validator eth-account fastapi flask flask-cors flask-login "+"flask-sqlalchemy frozenlist fsspec gevent gitpython google-api-core google-auth google-cloud-storage greenlet grpcio "+"grpcio-health-checking grpcio-reflection grpcio-tools gunicorn h11 httpcore httptools httpx hvac idna importlib-metadata influxdb-client "+"itsdangerous jinja2 jmespath joblib jsonschema kafka-python kombu kubernetes langchain loguru lxml mako markdown markupsafe "+"marshmallow matplotlib minio mongoengine motor msgpack multidict mysqlclient nats-py numpy oauthlib openai openpyxl "+"opentelemetry-api opentelemetry-sdk orjson packaging paho-mqtt pandas paramiko passlib peewee pika pillow pip platformdirs ply "+"prometheus-client protobuf psutil psycopg psycopg2 psycopg2-binary pyarrow pyasn1 pycparser pycryptodome pydantic "+"pydantic-settings pygments pyjwt pymongo pymysql pynacl pyopenssl pyparsing pyserial python-consul python-consul2 "+"python-dateutil python-dotenv python-jose python-json-logger python-multipart python-socketio pytz pyyaml pyzmq qrcode redis "+"regex requests requests-oauthlib rich rsa s3transfer scikit-learn scipy selenium sentry-sdk setuptools simplejson six slack-sdk "+"sniffio sqlalchemy sqlmodel starlette stripe structlog tabulate tenacity toml tomli torch tornado tqdm tronpy typer "+"typing-extensions tzdata tzlocal ujson urllib3 uvicorn uvloop watchdog watchfiles web3 websocket-client websockets werkzeug "+"wheel wrapt xmltodict yarl zeroconf zipp zstandard").split(" ")
const isInstaller=e=>["pip","setuptools","wheel","uv","poetry","pipenv","hatch","build","pdm"].includes(e)
var Se=t(32865)
function*askedIn(e){if(e.request.packages===undefined)return
for(const n of(0,$.ps)(e,e.service,e.request))for(const e of(0,$.NZ)(n))yield{install:n,requirement:e}}function*unknownPackage(e){for(const{install:n,requirement:t}of askedIn(e)){if((0,$.xS)(t,n,e.request).kind!=="missing")continue
const{name:s,key:i,at:o}=t
const r=meantName(i)
yield{message:`there is no package ${s} on the index`,at:o,why:"pip finds no matching distribution, and the build fails",...r!==undefined&&{fix:`did you mean ${r}?`}}}}function meantName(e){const n=(0,ae.p)(e,Ae)
if(n!==undefined)return n
const t=coreOf(e)
return t.length<3?undefined:Ae.find(e=>coreOf(e)===t)}const coreOf=e=>e.replace(/^(?:python3?-|py-|py(?=[a-z]{3})|aio|async-|asyncio-)/,"").replace(/(?:-python|-py|-client|[23])$/,"")
function*unknownVersion(e){for(const{install:n,requirement:t}of askedIn(e)){const s=(0,$.xS)(t,n,e.request)
if(s.kind!=="known"||s.all==="some")continue
if((0,$.FH)(t,n,n.targets[0],e.request)?.kind!=="no-version")continue
const i=(0,$.LJ)(t,n).join(",")
const o=(0,$e.u0)(i)?/(?:^|,)={2,3}([^,*]+)/.exec(i)?.[1]:undefined
yield{message:o===undefined?`no version of ${t.name} is ${i}`:`there is no ${t.name} ${o}`,at:t.versionsAt,why:"pip finds no matching distribution, and the build fails",...fixOf(s.releases,o)}}}function fixOf(e,n){const t=n===undefined?[]:(0,$e.Az)(e,n)
const s=(0,$e.Rg)(e)
if(t.length>0){const e=s===undefined||t.includes(s)?"":`; the newest is ${s}`
return{fix:`the nearest ${t.length===1?"is":"are"} ${t.join(" and ")}${e}`}}return s===undefined?{}:{fix:`the newest is ${s}`}}function*notInstallable(e){for(const{install:n,requirement:t}of askedIn(e)){const{name:s,versionsAt:i}=t
const o=(0,$.xS)(t,n,e.request)
if(o.kind!=="known"||o.all==="some")continue
const r=n.targets.length===0?[undefined]:n.targets
for(const a of r){const r=(0,$.FH)(t,n,a,e.request)
const c=(0,$e.Rg)(r?.kind==="python"||r?.kind==="no-file"?r.releases:[])
if(r?.kind==="python"&&n.python!==undefined){const e=r.releases.find(({version:e})=>e===c)??r.releases[0]
yield{message:`${s} ${e?.version??""} wants Python ${e?.requiresPython??""}, this stage has ${n.python}`,at:i,why:"pip passes such versions over, finds no other, and the build fails",fix:"take a version for this Python, or a base image with another one"}
break}if(r?.kind==="no-file"&&a!==undefined)yield{message:`${s} ${c??r.releases[0]?.version??""} has neither a wheel for ${targetWords(a)} nor a source`,at:i,why:"pip finds nothing to install, and the build fails",...withWheel(o.releases,t,a)}}}}function*noWheel(e){for(const{install:n,requirement:t,target:s,release:i}of builtFromSource(e)){if(i.wheels.every(Se.rC))continue
const o=(0,$.xS)(t,n,e.request)
yield{message:`${t.name} ${i.version} has no wheel for ${targetWords(s)}: it is compiled in the build`,at:t.versionsAt,why:"that needs a compiler and headers in the stage, and takes minutes under emulation",...withWheel(o.kind==="known"?o.releases:[],t,s)}}}function*sourceOnly(e){for(const{requirement:n,release:t}of builtFromSource(e))if(t.wheels.every(Se.rC))yield{message:`${n.name} ${t.version} comes as source only`,at:n.versionsAt,why:"pip runs its setup in the build; whether that needs a compiler, no index tells"}}function*builtFromSource(e){for(const{install:n,requirement:t}of askedIn(e))for(const s of n.targets){const i=(0,$.FH)(t,n,s,e.request)
if(i?.kind==="taken"&&i.as==="source")yield{install:n,requirement:t,target:s,release:i.release}}}function targetWords({platform:e,python:n,libc:t}){const s=[e,...n===undefined?[]:[`Python ${n}`],...t?.kind==="musl"?["musl"]:[]]
return s.length===1?e:`${s.slice(0,-1).join(", ")} and ${s.at(-1)}`}function withWheel(e,n,t){const s=e.filter(({wheels:e})=>e.some(e=>(0,Se.lA)(e,t)))
const i=/={2,3}([^,*]+)/.exec(n.versions??"")?.[1]
const o=i===undefined?(0,$e.Rg)(s):(0,$e.Az)(s,i).at(-1)??(0,$e.Rg)(s)
return o===undefined?{}:{fix:`${o} has one`}}function*yanked(e){for(const{install:n,requirement:t}of askedIn(e)){const s=(0,$.FH)(t,n,n.targets[0],e.request)
if(s?.kind!=="taken"||s.release.yanked===undefined)continue
const{version:i,yanked:o}=s.release
const r=(0,$.xS)(t,n,e.request)
const a=r.kind==="known"?(0,$e.Az)(r.releases,i):[]
yield{message:`${t.name} ${i} was taken back by those who made it`,at:t.versionsAt,...o!==""&&{why:o},...a.length>0&&{fix:`the nearest ${a.length===1?"is":"are"} ${a.join(" and ")}`}}}}const Pe="The index is asked, PyPI or the one that `index-url`, the requirements file or the Dockerfile names; not with `offline`."
const je=[{id:"unknown-package",scope:"service",severity:"error",title:"A package that the index does not have",docs:`\`aioconsul==0.1.0\`: pip finds no matching distribution, after minutes of build. ${Pe}`,check:unknownPackage},{id:"unknown-version",scope:"service",severity:"error",title:"A version that the index does not have",docs:`\`cryptography==41.0.8\`: after 41.0.7 comes 42.0.0. The nearest versions are in the fix. ${Pe}`,check:unknownVersion},{id:"not-installable",scope:"service",severity:"error",title:"A version that this Python or platform cannot install",docs:`It wants another Python than the base image has, or has neither a wheel for the platform nor a source. The Python is read from the name of the base image: \`python:3.11-slim\`, \`gcr.io/distroless/python3-debian12\`. ${Pe}`,check:notInstallable},{id:"no-wheel",scope:"service",severity:"warning",title:"No wheel for the platform and Python: it is compiled",docs:`A wheel has to fit the Python, the platform and the C library of the stage: manylinux for Debian and its like, musllinux for Alpine. Without one, pip compiles the source: slow, very slow under emulation, and only with a compiler. A stage on \`$BUILDPLATFORM\` is not judged here. ${Pe}`,check:noWheel},{id:"source-only",scope:"service",severity:"note",title:"A package without any compiled wheel",docs:`Mostly pure Python, and quick to build; but its setup runs in the build, and may ask for a compiler. ${Pe}`,check:sourceOnly},{id:"yanked-version",scope:"service",severity:"warning",title:"A version that was taken back",docs:`Its makers yanked it: mostly broken or unsafe. pip installs it only because it is pinned. ${Pe}`,check:yanked}]
const Me=new Set(("aiohttp argon2-cffi-bindings asyncpg bcrypt blis brotli cassandra-driver cffi charset-normalizer-compiled confluent-kafka coincurve contourpy "+"cryptography curl-cffi cymem cython cytoolz dbus-python duckdb faiss-cpu fastparquet fiona frozenlist gevent greenlet grpcio "+"grpcio-tools h5py hiredis httptools jiter kiwisolver lightgbm llvmlite lmdb lxml lz4 matplotlib msgpack msgspec multidict "+"murmurhash mysqlclient netifaces numba numexpr numpy onnxruntime opencv-python opencv-python-headless orjson pandas pillow "+"polars preshed propcache psutil psycopg2 psycopg2-binary psycopg-binary psycopg-c pyarrow pycryptodome pycryptodomex pydantic-core "+"pygit2 pymssql pymupdf pynacl pyodbc pyproj pyrsistent-c pyyaml-c pyzmq rapidfuzz regex rpds-py ruamel-yaml-clib safetensors "+"scikit-image scikit-learn scipy sentencepiece setproctitle shapely spacy sqlcipher3 srsly tensorflow thinc tiktoken tokenizers "+"torch torchaudio torchvision ujson uvloop watchfiles xgboost xxhash yarl zstandard secp256k1 ckzg pysha3 eth-hash-c").split(" "))
const Te={"argon2-cffi":"argon2-cffi-bindings","grpcio-health-checking":"grpcio","grpcio-reflection":"grpcio","grpcio-status":"grpcio",pyopenssl:"cryptography",paramiko:"cryptography",fastapi:"pydantic-core","pydantic-settings":"pydantic-core",web3:"aiohttp",aiobotocore:"aiohttp",transformers:"tokenizers",statsmodels:"numpy",seaborn:"numpy"}
function nativeOf(e,n){if(Me.has(e))return e
if(e==="pydantic")return/^(?:==|~=|<=?)\s*1\b/.test(n.join("").trim())?undefined:"pydantic-core"
return Te[e]}function*python_mismatch(e){const{trace:n,request:t}=e
if(bringsPython(e))return
const s=(0,$.vM)(n.final.stage,e,t)
for(const{step:t,builder:i}of packageCopies(e)){const e={file:n.file,line:t.instruction.line}
if(i.python!==undefined&&s.python!==undefined&&i.python!==s.python)yield{message:`packages for Python ${i.python} are copied into an image with Python ${s.python}`,at:e,why:"compiled modules do not load in another Python, and folders such as lib/python3.11 are those of one",fix:`install them in a stage with Python ${s.python}`}
const[o,r]=[i.libc?.kind,s.libc?.kind]
if(o!==undefined&&r!==undefined&&o!==r)yield{message:`packages installed with ${o} are copied into an image with ${r}`,at:e,why:"compiled modules are linked to one of the two C libraries and do not load with the other",fix:r==="musl"?"install them in an Alpine stage":"install them in a Debian stage: python:...-slim"}}}function*unseen(e){const{trace:n,request:t}=e
const s=packageCopies(e)
const i=s.length===0?undefined:searchedBy(e)
if(i===undefined)return
const{python:o}=(0,$.vM)(n.final.stage,e,t)
const r=[...n.final.entrypoint?.value.words??[],...n.final.cmd?.value.words??[]].join(" ")
for(const{step:e,folder:t,venv:a,builder:c}of s){if(i.includes(t)||c.python!==undefined&&c.python!==o)continue
if(a!==undefined&&r.includes(`${a}/bin/`))continue
yield{message:`Python does not look for packages in ${t}`,at:{file:n.file,line:e.instruction.line},why:`it looks in ${i.join(", ")}`,fix:`add "ENV PYTHONPATH=${t}"${i.find(e=>e.endsWith("-packages")&&e.startsWith("/usr/local"))?`, or copy them to ${i.find(e=>e.endsWith("-packages")&&e.startsWith("/usr/local"))}`:""}`}}}function*nativeWheels(e){const{trace:n,dockerfile:t,service:s,request:i}=e
const o=new Set
for(const{step:r,stage:a}of packageCopies(e)){if(o.has(a)||!(0,x.NT)(e,a)||(0,x.NT)(e,n.final.stage))continue
const c=(0,x.dR)(n,a).map(({index:e})=>e)
const d=(0,$.ps)(e,s,i).filter(e=>c.includes(e.stage)&&e.targets.length===0)
const l=new Set(d.flatMap(({requirements:e})=>e.flatMap(({key:e,versions:n})=>nativeOf(e,[n??[]].flat())??[])))
for(const e of d)for(const n of(0,$.NZ)(e)){const t=(0,$.FH)(n,e,undefined,i)
if(t?.kind==="taken"&&t.as==="wheel")l.add(n.key)}const f=t.stages[c.at(-1)??-1]?.line
if(l.size===0||f===undefined)continue
o.add(a)
const u=[...l].slice(0,4).join(", ")
yield{message:`${u}${l.size>4?` and ${l.size-4} more`:""}: compiled for the machine that builds, and line ${r.instruction.line} copies ${l.size>1?"them":"it"} into the image`,at:{file:t.file,line:f},why:"on $BUILDPLATFORM pip installs wheels for the build machine's processor; only pure Python is the same everywhere",fix:"leave --platform=$BUILDPLATFORM out of this FROM, so that the stage runs on the image's own platform"}}}const Re=[{call:/\bgo\s+build\b[^&|;\n]*?\s-o[= ]?\s*["']?([^\s"'&|;]+)/g,name:"go build",cross:/GOARCH|TARGET|\bxx-/},{call:/\b(?:gcc|g\+\+|cc|c\+\+|clang)\b[^&|;\n]*?\s-o\s*["']?([^\s"'&|;]+)/g,name:"the C compiler",cross:/TARGET|\bxx-|-linux-gnu|--target|CROSS/},{call:/\bcargo\s+build\b[^&|;\n]*--release/g,name:"cargo build",cross:/TARGET|--target|CARGO_BUILD|\bxx-|zigbuild/}]
function*nativePrograms(e){const{trace:n,dockerfile:t}=e
if((0,x.NT)(e,n.final.stage))return
for(const s of n.steps){const i=n.final.chain.includes(s.stage)?(0,x.Y5)(s,n):undefined
if(i===undefined||!(0,x.NT)(e,i))continue
const o=(0,x.dR)(n,i).map(({index:e})=>e)
const r=o.flatMap(e=>t.stages[e]?.instructions??[]).map(({raw:e,heredocs:n})=>[e,...n.map(({content:e})=>e)].join("\n")).join("\n")
for(const e of n.steps.filter(e=>o.includes(e.stage)&&e.instruction.keyword==="RUN"))for(const{call:n,name:i,cross:o}of Re){if(o.test(r))continue
const a=[...(0,x.o0)(e).matchAll(n)].map(([,n="target/release"])=>u.posix.resolve(e.workdir,n))
const c=s.paths.slice(0,-1).map(x.ts)
if(!a.some(e=>c.some(n=>(0,x.UO)(e,n)||(0,x.UO)(n,e))))continue
yield{message:`${i} makes a program for the machine that builds, and line ${s.instruction.line} copies it into the image`,at:{file:t.file,line:e.instruction.line},why:"the stage is on $BUILDPLATFORM, and nothing here tells the compiler of another processor",fix:i==="go build"?"declare ARG TARGETARCH and build with GOARCH=$TARGETARCH":"leave --platform=$BUILDPLATFORM out of its FROM, or cross-compile for $TARGETARCH"}}}}const Ee=[{id:"native-on-build-platform",scope:"service",severity:"warning",title:"Compiled for the build machine, copied into the image",docs:"A stage on `$BUILDPLATFORM` runs fast, without emulation, and what it makes is for the machine that builds. Pure Python, JavaScript, generated text: fine. Native extensions (`grpcio`, `cryptography`, `pydantic` 2, `numpy`), and programs of a compiler that is not told the target, are for the wrong processor in an arm64 image built on amd64: `exec format error`, or an import that fails. Let that stage run on the image's platform, or cross-compile.",*check(e){yield*nativeWheels(e)
yield*nativePrograms(e)}},{id:"python-mismatch",scope:"service",severity:"warning",title:"Builder and runtime with different Pythons or C libraries",docs:"Packages are installed with one Python and run with another: compiled modules do not load, and `lib/python3.12` is not a folder that Python 3.11 looks in. The same holds between Alpine's musl and Debian's glibc. The versions are those that image names tell: `python:3.11-slim`, `gcr.io/distroless/python3-debian12` (3.11).",check:python_mismatch},{id:"packages-unseen",scope:"service",severity:"warning",title:"Python packages where the runtime never looks",docs:"Packages copied to `/home/app/.local`, `/usr/local/lib/python3.11/site-packages` (Debian's Python, and with it distroless, looks in `dist-packages`) or a folder of their own are not found unless `PYTHONPATH` names that folder: the container ends with ModuleNotFoundError. Told for Docker's Python images, Debian and distroless, where it is known in which folders Python looks.",check:unseen}]
var Ne=t(85465)
const installsIn=e=>(0,$.ps)(e,e.service,e.request)
const certain=e=>e.requirements.filter(n=>(0,$.Br)(n,e)==="yes")
function*refused(e){for(const{problems:n}of installsIn(e))for(const{message:e,at:t,why:s,fix:i}of n)if(t!==undefined)yield{message:e,at:t,...s!==undefined&&{why:s},...i!==undefined&&{fix:i}}}function*requirements_development(e){const{entrypoint:n,cmd:t}=e.trace.final
const s=[n,t].flatMap(e=>e?.value.words??[]).flatMap(e=>e.split(/[\s/]+/))
if(s.some(e=>isDevelopment(e)))return
for(const n of installsIn(e).filter(({conditional:e})=>!e))for(const{name:e,key:t,at:s}of certain(n))if(isDevelopment(t))yield{message:`${e} serves development, and ends in the image`,at:s,why:"it makes the build longer and the image larger, and no service needs it to run",fix:"move it to a requirements-dev.txt that this image does not install"}}function*unpinned(e){for(const n of installsIn(e))for(const e of certain(n)){const{name:t,key:s,url:i,versions:o,at:r}=e
if(i!==undefined||isInstaller(s))continue
if((0,$.LJ)(e,n).some($e.u0))continue
yield{message:o===undefined?`${t} has no version: every build may bring another one`:`${t}${o} leaves the version open: every build may bring another one`,at:r,fix:`pin it: ${t}==VERSION`}}}function*duplicates(e){for(const n of installsIn(e)){for(const[e,t]of pairs(certain(n))){if(contradiction(e,t)!==undefined)continue
if(e.extras.join()!==t.extras.join())continue
yield{message:`${t.name} is asked for twice, first in ${(0,Ne.j$)(e.at)}`,at:t.at,fix:"keep one of the two lines"}}}}function*conflicts(e){for(const n of installsIn(e)){const e=certain(n)
const t=n.constraints.filter(e=>(0,$.Br)(e,n)==="yes")
const s=e.flatMap(e=>t.filter(({key:n})=>n===e.key).map(n=>[n,e]))
for(const[n,t]of[...pairs(e),...s]){const e=contradiction(n,t)
if(e===undefined)continue
yield{message:`${t.name}${t.versions??""} contradicts ${n.name}${n.versions??""} in ${(0,Ne.j$)(n.at)}`,at:t.versionsAt,why:e,fix:"keep one of the two"}}}}function pairs(e){const n=new Map
return e.flatMap(e=>{const t=n.get(e.key)
if(t===undefined)n.set(e.key,e)
if(t===undefined||(0,Ne.j$)(t.at)===(0,Ne.j$)(e.at))return[]
return[[t,e]]})}function contradiction(e,n){if(e.versions===undefined||n.versions===undefined)return undefined
for(const[t,s]of[[e.versions,n.versions],[n.versions,e.versions]]){const e=/(?:^|,)={2,3}([^,*]+)(?:,|$)/.exec(t)?.[1]
if(e!==undefined&&!(0,$e.v9)(e,s))return`pip finds no version: ${e} is not ${s}`}return undefined}function*requirements_rivals(e){const n=installsIn(e).flatMap(certain)
const t=[...new Set(n.map(({key:e})=>e))]
const s=new Set
for(const{name:e,key:i,at:o}of n){const n=rivalsOf(i,t).filter(e=>t.indexOf(e)<t.indexOf(i))
if(n.length===0||s.has(i))continue
s.add(i)
yield{message:`${e} beside ${n.join(" and ")}: they are rivals`,at:o,why:"both bring modules of the same name; which one is imported depends on what was installed last",fix:"keep the one that the code was written for"}}}const Ie=[{id:"requirements-error",scope:"service",severity:"error",title:"A requirements file that pip refuses",docs:"A line that is not a requirement, or a file that `-r` or `-c` names, in the RUN or in another file, and that nothing brings into the image. Which files are read: those that a `pip install -r` (or `uv pip install -r`) of a needed stage names, found through the `COPY` that brings them, with all they include.",check:refused},{id:"dev-package",scope:"service",severity:"warning",title:"A package for development in a production image",docs:"pytest, black, flake8, mypy and their like make the build longer and the image larger, and give an intruder more to work with. Keep them in a file of their own that the image does not install. A stage that only runs tests is not looked at unless the image needs it.",check:requirements_development},{id:"unpinned-package",scope:"service",severity:"note",title:"A requirement that leaves the version open",docs:"The same commit gives another image tomorrow, perhaps one that does not work. Pin with `==`, or by a constraints file (`-c`).",check:unpinned},{id:"duplicate-package",scope:"service",severity:"warning",title:"A package that is asked for twice",docs:"Names are compared as pip does: `PyYAML`, `pyyaml` and `py_yaml` differ only where their letters do. When one line is raised, the other holds the old version fast.",check:duplicates},{id:"package-conflict",scope:"service",severity:"error",title:"Requirements that contradict each other",docs:"Two lines, or a line and a constraint, that no version can satisfy together: pip gives up. What packages ask of each other is not looked at.",check:conflicts},{id:"rival-packages",scope:"service",severity:"warning",title:"Packages that stand in each other's way",docs:"`python-consul` and `python-consul2` both bring the module `consul`, and whichever is installed last wins. The same goes for `psycopg2` and `psycopg2-binary`, `pyjwt` and `jwt`, and others that are known.",check:requirements_rivals}]
const Ce=[...pe,...Q,...ye,...ke,...q,...K,...Ee,...oe,...fe,...O,...b,...S,...Ie,...je,...Z,...f,...T]}),58283:((e,n,t)=>{t.d(n,{u:()=>specialModes})
var s=t(73024)
var i=t(76760)
var o=t(58500)
const r=2e3
async function specialModes(e,n){const t=new Map
const s=modeOf(e)&1024
const a=new Set
let c=0
for(const{selected:d=[]}of n.flatMap(e=>"selected"in e?e:[]))for(const{input:n,entries:l}of d){if(n.oneMode||a.has(l))continue
a.add(l)
for(const{path:n,kind:a}of l){if(a!=="file"&&a!=="dir")continue
if(++c%r===0)await(0,o.setImmediate)()
const d=modeOf(i.join(e,n))
const l=a==="dir"?d&~s:d
if((l&3584)!==0)t.set(n,l)}}return t}function modeOf(e){try{return((0,s.lstatSync)(e,{throwIfNoEntry:false})?.mode??0)&4095}catch{return 0}}}),89433:((e,n,t)=>{t.d(n,{h:()=>baseConfigs})
var s=t(15796)
function baseConfigs(e){const n=new Map
const read=async(n,t)=>{try{const{pinned:s,digest:i,platformDigest:o=i}=await e.resolve(n,t)
const r=`${s.slice(0,s.lastIndexOf("@"))}@${o}`
const a=await e.imageFacts(r,t)
const c=(a?.entrypoint?.length??0)+(a?.command?.length??0)>0
return a&&{env:a.env,onbuild:a.onbuild,starts:c}}catch(e){if((0,s.b)(e))return undefined
throw e}}
return(e,t)=>{const s=`${t} ${e}`
const i=n.get(s)??read(e,t)
n.set(s,i)
return i}}}),24242:((e,n,t)=>{t.d(n,{Gm:()=>bakedArg,Iu:()=>bakedParts,Pv:()=>bakedDetail,pN:()=>bakedIn})
var s=t(49554)
var i=t(71190)
const o=new Set(["LABEL"])
function bakedIn({service:e,trace:n},{source:t,project:r,versions:a}){const c=n.volatile.filter(({keyword:e})=>!o.has(e))
const d=[...new Set(c.map(({name:e})=>e))].filter(n=>(0,s.V8)(n,e.args)).sort()
return(0,i.H0)(d,t,e,{project:r,version:a.get(e.name)})}const r="ARG "
function bakedParts(e,n){if(n===undefined)return[]
return Object.entries(e).map(([e,n])=>({kind:"baked",name:r+e,value:n}))}const bakedArg=e=>e.startsWith(r)?e.slice(r.length):undefined
function bakedDetail(e,n,t){const[s,o]=[n[e],t[e]].map(e=>e===undefined?undefined:(0,i.wm)(e))
return`${e} is baked into a layer: ${s??"none"}${o===undefined?"":`, was ${o}`}`}}),15042:((e,n,t)=>{t.d(n,{n:()=>areProblems,r:()=>resolveBases})
var s=t(27766)
var i=t(15796)
async function resolveBases(e,n){const{trace:t,service:o,platform:r}=e
const a=[...t.images.map(e=>({name:e.ref,ref:e.ref,line:e.line,on:platformOf(e,r)})),...t.named.flatMap(({name:e,line:n})=>{const t=Object.entries(o.contexts).find(([n])=>(0,s.p2)(n)===e)?.[1]
return t?.kind==="image"?[{name:e,ref:t.ref,line:n,on:r}]:[]})]
const c=[]
const d=new Map
for(const{name:e,ref:s,line:o,on:r}of a){try{const{pinned:t,digest:i,platformDigest:o}=await n(s,r)
const a=d.get(e)
const c=o??i
d.set(e,{ref:e,pinned:t,digest:a===undefined?c:merge(a.digest,c)})}catch(e){if(!(0,i.b)(e))throw e
c.push(...e.problems.map(e=>({...e,at:{file:t.file,line:o}})))}}return c.length>0?c:[...d.values()]}function platformOf({platform:e,platformName:n},t){return e==="build"?undefined:e==="explicit"?n:t}const merge=(e,n)=>e===n?e:[...new Set([...e.split(" "),n])].sort().join(" ")
function areProblems(e){return e.some(e=>"code"in e)}}),19096:((e,n,t)=>{t.d(n,{JY:()=>brokenBase,Mq:()=>bareImage,R0:()=>noPlatform,Z5:()=>blocked})
var s=t(66044)
function blocked({service:e,platform:n},t){const i=(0,s.qQ)(["blocked",e.name,n])
const o=t.length===1?t[0]?.message??"":`${t.length} problems`
const r={kind:"blocked",reasons:[{kind:"blocked",detail:o}],problems:t}
return bareImage(e,n,i,r)}function bareImage(e,n,t,i){return{service:e.name,platform:n,fingerprint:t,contentRef:`${e.image}:${(0,s.mB)(t,n)}`,components:[],bases:[],from:{},args:{},volatileArgs:[],decision:i}}const brokenBase=({service:e},n)=>({code:"plan/base-blocked",message:`is built from ${n}, which cannot be built`,at:{file:e.dockerfile}})
const noPlatform=({service:e,platform:n},t)=>({code:"plan/base-platform",message:`is built from ${t}, which is not made for ${n}`,at:e.at,fix:`add ${n} to the platforms of ${t}`})}),66044:((e,n,t)=>{t.d(n,{ls:()=>identify,mB:()=>contentTag,qQ:()=>hashOf})
var s=t(77598)
var i=t(98599)
var o=t(36658)
function hashOf(e){return(0,s.hash)("sha256",JSON.stringify(e)??"undefined")}function component({kind:e,name:n,hash:t}){return{kind:e,name:n,hash:t.slice(0,16)}}function fingerprintOf(e){return hashOf([i.D,...e.map(({kind:e,name:n,hash:t})=>hashOf([e,n,t])).sort()])}function contentTag(e,n){return`content-${e.slice(0,32)}-${n.replaceAll("/","-")}`}async function identify(e,n,t){const{service:s,platform:i}=e
const r=[...await(0,o.C)(e,n),...t]
const a=r.map(({kind:e,name:n,value:t})=>({kind:e,name:n,hash:hashOf(t)}))
const c=fingerprintOf(a)
const d=`${s.image}:${contentTag(c,i)}`
return{fingerprint:c,contentRef:d,components:a.map(component)}}}),36658:((e,n,t)=>{t.d(n,{C:()=>partsOf,P:()=>argsOf})
var s=t(27766)
var i=t(85465)
async function partsOf(e,n){const{service:t,platform:s,trace:i}=e
return[{kind:"dockerfile",name:"Dockerfile",value:dockerfileValue(e)},...await fileParts(e,n),{kind:"args",name:"args",value:argsOf(e)},{kind:"settings",name:"settings",value:{platform:s,secrets:[...i.secrets].sort(),ssh:[...i.ssh].sort()}},...n.bases.map(({ref:e,digest:n})=>({kind:"base",name:e,value:n})),...imageParts(e,n),...i.urls.map(({url:e,checksum:n})=>({kind:"url",name:e,value:n})),...urlContexts(t)]}function argsOf({args:e,trace:n}){const t=new Set(n.declaredArgs)
const i=Object.entries(e).filter(([e])=>t.has(e)||(0,s.Z7)(e))
return Object.fromEntries(i.sort(([e],[n])=>e<n?-1:1))}const o=new Set(["CMD","ENTRYPOINT","EXPOSE","HEALTHCHECK","LABEL","MAINTAINER","STOPSIGNAL","VOLUME"])
function dockerfileValue({dockerfile:e,trace:n,args:t}){const s=new Map(n.stages.map(({index:e},n)=>[e,n]))
const i=new Map(n.stages.map(({index:e,name:n})=>[n,s.get(e)]))
const place=(e,n)=>n&&/^[+-]?\d+$/.test(e)?s.get(Number(e)):i.get(e.toLowerCase())
const value=e=>{const{keyword:s,rest:i,heredocs:o}=e
const r=s==="COPY"&&n.wholeContext.length===0&&!e.flags.some(({name:e})=>e==="from")
const a=r?e.flags.filter(({name:e})=>e!=="exclude"):e.flags
const c=a.map(e=>withPlace(s,e,place))
const d=s==="ONBUILD"&&/from=/i.test(i)?n.stages.map(({index:e,name:n})=>[e,n]):[]
const l=s==="ARG"&&e.pairs.some(({key:e})=>Object.hasOwn(t,e))?e.pairs.map(({key:e,value:n})=>Object.hasOwn(t,e)?[e]:[e,n]):i
return[s,c,l,o.map(({name:e,content:n,expand:t})=>[e,n,t]),d]}
const r=n.stages.map(({index:t,base:i})=>{const{instruction:r,from:a,instructions:c}=e.stages[t]??missingStage(t)
const d=n.final.chain.includes(t)?c:c.filter(({keyword:e})=>!o.has(e))
return[r.flags,i.kind==="stage"?s.get(i.stage):i.kind==="named"?[a,i.name]:a,d.map(value)]})
const a=e.text.includes("TARGETSTAGE")?n.stages.at(-1)?.name??"default":undefined
return[e.escape,e.globals.map(value),r,a]}function missingStage(e){throw new Error(`no stage ${e}`)}function withPlace(e,{name:n,value:t},s){if(t===undefined)return[n]
if(e==="COPY"&&n==="from")return[n,s(t,true)??t]
if(e!=="RUN"||n!=="mount")return[n,t]
const i=/(?:^|,)from=([^,]*)/i.exec(t)?.[1]
const o=i===undefined?undefined:s(i,false)
return o===undefined?[n,t]:[n,t.replace(/(^|,)from=[^,]*/i,"$1"),o]}async function fileParts({selected:e,trace:n},{hash:t}){const s=new Map
const unread=(e,t,i)=>{const o=i instanceof Error?i.message:String(i)
const r=`${e.path} cannot be read`
s.set(e.path,{code:"dockerfile/unreadable",message:r,why:o,at:{file:n.file,line:t}})
return""}
const rows=async({input:e,entries:n,root:s})=>{const i=[]
const o=[]
for(const r of n){const n=r.kind==="dir"?"":t(r)
const a=[r.path.slice(s.length),r.kind,r.executable&&!e.oneMode,n]
i.push(a)
if(typeof n==="string")continue
const put=e=>{a[3]=e}
o.push(n.then(put,n=>put(unread(r,e.line,n))))}await Promise.all(o)
return i}
const o=Map.groupBy(e,({input:e})=>e.context===""?e.label:`${e.label} (${e.context})`)
const r=[]
for(const[e,n]of o){const t=[]
for(const e of n)t.push(await rows(e))
r.push({kind:"files",name:e,value:t})}if(s.size>0)throw new i.yo([...s.values()])
return r}function imageParts({from:e},{fingerprints:n}){return[...new Set(Object.values(e))].map(t=>{const s=Object.keys(e).filter(n=>e[n]===t)
return{kind:"image",name:t,value:[s.sort(),n.get(t)]}})}function urlContexts({contexts:e}){return Object.entries(e).flatMap(([e,n])=>n.kind==="url"?[{kind:"url",name:(0,s.p2)(e),value:n.url}]:[])}}),9952:((e,n,t)=>{t.d(n,{C:()=>makePlan,P:()=>parentsIn})
var s=t(70370)
var i=t(68780)
var o=t(70500)
var r=t(15796)
var a=t(11886)
var c=t(49554)
var d=t(71190)
var l=t(85465)
var f=t(66044)
var u=t(36658)
function ageOf(e,n,t){if(e===undefined)return undefined
if(n===undefined)return t
const s=new Date(Math.floor(n/e)*e).toISOString().replace(".000Z","Z")
return t!==undefined&&t>=s?t:s}const h="since "
const p=/^since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/
function agePart(e){return e===undefined?[]:[{kind:"age",name:h+e,value:e}]}function stampOf(e){return Object.keys(e??{}).flatMap(e=>p.exec(e)?.[1]??[]).sort().at(-1)}const isAge=e=>p.test(e)
function staleDetail(e){const n=stampOf({[e]:""})??""
return`stale: due for a new build since ${n.replace("T00:00:00Z","")} (ttl)`}var m=t(24242)
var g=t(15042)
var y=t(19096)
const v=3
function whyBuild(e,n,t,s={}){if(n===undefined)return[{kind:"never-built",detail:"never published"}]
const i=new Map(e.map(e=>[e.name,e]))
const o=[]
for(const{kind:i,name:r,hash:a}of e){const e=n.components[r]
if(e===a)continue
if(i==="age"){o.push({kind:"stale",component:r,detail:staleDetail(r)})
continue}if(i==="baked"){const e=(0,m.Pv)((0,m.Gm)(r)??r,s,n.baked??{})
o.push({kind:"changed",component:r,detail:e})
continue}const c=i==="base"||i==="image"?`FROM ${r}`:r
if(e===undefined)o.push({kind:"changed",component:r,detail:`${c} is new`})
else if(i==="base")o.push({kind:"changed",component:r,detail:`${c} moved`})
else if(i==="files")o.push({kind:"changed",component:r,detail:`${r} -> ${describeFiles(t(r),n)}`})
else o.push({kind:"changed",component:r,detail:`${c} changed`})}for(const e of Object.keys(n.components)){if(i.has(e)||isAge(e))continue
const t=(0,m.Gm)(e)
const r=t!==undefined&&s[t]!==undefined
const a=r?(0,m.Pv)(t,s,n.baked??{}):`${e} is gone`
o.push({kind:"changed",component:e,detail:a})}if(o.length===0)return[{kind:"changed",detail:"built in another way than the published image"}]
return o}function describeFiles(e,{revision:n}){if(e===undefined&&n!==undefined)return`changed since ${n.slice(0,7)} (a commit that this clone does not hold: which files is not known)`
if(e===undefined||e.length===0)return"changed"
const t=e.slice(0,v).map(e=>e.slice(e.lastIndexOf("/")+1))
const s=e.length>v?`, and ${e.length-v} more`:""
const i=n===undefined?"":` since ${n.slice(0,7)}`
return`${e.length} ${e.length===1?"file":"files"} changed${i} (${t.join(", ")}${s})`}async function explain({selected:e},n,t,{changedSince:s},i){const o=n.filter(({kind:e,name:n,hash:s})=>e==="files"&&t?.components[n]!==s)
const r=new Map
for(const{name:n}of t?.revision===undefined?[]:o){const i=e.filter(({input:e})=>e.label===n)
r.set(n,await changedFiles(i,e=>s(t?.revision??"",e)))}return whyBuild(n,t,e=>r.get(e),i)}async function changedFiles(e,n){const t=e.flatMap(({input:e,root:n})=>e.sources.map(e=>(n+trimSlashes(e)).replace(/\/\.$|^\.$/,"")))
const s=t.map(e=>e.replace(/(^|\/)[^/]*[*?[].*$/,"")||".")
const i=new Set(e.flatMap(({entries:e})=>e.map(({path:e})=>e)))
const o=await n([...new Set(s)])
return o?.filter(e=>i.has(e)||t.some(n=>e===n||e.startsWith(`${n}/`)))}const trimSlashes=e=>e.replace(/^(\.?\/)+|\/+$/g,"")
async function planOrBlock(...e){try{return await planImage(...e)}catch(n){const[t]=e
if((0,r.U)(n))return(0,y.Z5)(t,n.problems.map(e=>({at:t.service.at,...e})))
if(!(n instanceof l.yo)||!n.problems.every(({code:e})=>e==="dockerfile/unreadable"))throw n
return(0,y.Z5)(t,n.problems)}}async function planImage(e,n,t,s){const{service:i,platform:r,problems:a}=e
if(e.trace===undefined)return(0,y.Z5)(e,a)
const d=Object.values(e.from).flatMap(e=>s.get((0,o.p2)(e,r))??[])
const l=d.find(({decision:e})=>e.kind==="blocked")
if(l!==undefined)return(0,y.Z5)(e,[(0,y.JY)(e,l.service)])
const h=Object.values(e.from).find(e=>!s.has((0,o.p2)(e,r)))
if(h!==undefined)return(0,y.Z5)(e,[(0,y.R0)(e,h)])
const p=await(0,g.r)(e,t.resolveBase)
if((0,g.n)(p))return(0,y.Z5)(e,[...a,...p])
if(a.length>0)return(0,y.Z5)(e,a)
const v=new Map(d.map(e=>[e.service,e.fingerprint]))
const w=i.ttl===undefined?undefined:{previous:await t.findPrevious(i,r)}
const b=ageOf(i.ttl,n.staleAt,stampOf(w?.previous?.components))
const k={hash:t.hash,fingerprints:v,bases:p}
const $=n.versions??new Map
const x=$.get(i.name)
const O=(0,m.pN)(e,{source:n.source,project:n.catalog.project,versions:$})
const A=await(n.ahead?.answer(e))
const S=[...agePart(b),...(0,m.Iu)(O,x)]
const{fingerprint:P,contentRef:j,components:M}=A??await(0,f.ls)(e,k,S)
const T=A===undefined?t:{...t,findImage:async()=>A.found}
const R=await decide(e,{fingerprint:P,contentRef:j,components:M,baked:O},n,T,w)
return{service:i.name,platform:r,fingerprint:P,contentRef:j,components:M,bases:p.map(({ref:e,pinned:n})=>({ref:e,pinned:n})),...finalBase(e.trace.final.base,p),from:e.from,args:(0,u.P)(e),...commandOf(e,d),volatileArgs:e.trace.declaredArgs.filter(e=>(0,c.V8)(e,i.args)),...Object.keys(O).length>0&&{baked:O},...x!==undefined&&{version:x},...R.kind==="build"&&{takes:e.trace.inputs},decision:R}}function commandOf(e,n){if(e.command!==undefined)return{command:e.command}
const{base:t}=e.trace.final
if(t.kind!=="named")return{}
const s=n.find(({service:n})=>n===e.from[t.name])
return s!==undefined&&s.command===undefined?{}:{command:"inherited"}}function finalBase(e,n){if(e.kind!=="image")return{}
const t=n.find(({ref:n})=>n===e.ref)
if(t===undefined||t.digest.includes(" "))return{}
const{host:s,repository:i,tag:o="latest"}=(0,a.F2)(e.ref)
return{base:{name:`${s}/${i}:${o}`,digest:t.digest}}}async function decide(e,{contentRef:n,components:t,baked:s},i,o,r){const{service:a,platform:c}=e
if(i.force&&i.selected.includes(a))return{kind:"build",reasons:[{kind:"forced",detail:"asked to build it anyway"}]}
const l=await o.findImage(n,c)
if(l!==undefined){const{digest:e,size:n,baked:t={}}=l
const i=["nothing it is built from has changed",...(0,d.dT)(t,s)]
return{kind:"unchanged",reasons:i.map(e=>({kind:"already-built",detail:e})),digest:e,size:n}}const{previous:f}=r??{previous:await o.findPrevious(a,c)}
const u=keepable(e,t,f)
const h=await explain(e,t,f,o,s)
const{digest:p,size:m}=f??{}
return{...{kind:"build",reasons:h},...u!==undefined&&{keep:u},...p!==undefined&&m!==undefined&&{before:{digest:p,size:m}}}}function keepable({from:e},n,t){if(t?.digest===undefined||t.on===undefined)return undefined
const{digest:s,on:i,components:o}=t
const r=new Set(Object.values(e))
const a=r.size===Object.keys(i).length&&[...r].every(e=>i[e]!==undefined)
const same=({kind:e,name:n,hash:t})=>e==="image"?o[n]!==undefined:o[n]===t
const c=n.length===Object.keys(o).length&&n.every(same)
return r.size>0&&a&&c?{digest:s,on:i}:undefined}var w=t(51914)
const b=30
const k=20
const billed=e=>Math.ceil(e/60)
function estimate(e,n,t,s){const i=new Map(t.map(e=>[(0,o.p2)(e.service,e.platform),e]))
const r=n.map(({service:e,platform:n})=>{const t=i.get((0,o.p2)(e,n))
return t===undefined?0:(0,w.cy)(t)})
return{matrix:costOf(e.map(({seconds:e})=>e)),jobEach:costOf(r),by:s}}function costOf(e){const n=e.map(e=>b+e)
const t=Array.from({length:Math.min(k,n.length)},()=>0)
for(const e of n){const n=t.indexOf(Math.min(...t))
t[n]=(t[n]??0)+e}return{jobs:n.length,wallSeconds:Math.round(Math.max(0,...t)),billedMinutes:n.reduce((e,n)=>e+billed(n),0)}}function toWaves(e,n){const t=new Set(e)
const s=new Map
const i=[]
const visit=e=>{const o=s.get(e)
if(o!==undefined)return o
if(i.includes(e)){const n=[...i.slice(i.indexOf(e)),e].join(" -> ")
throw new l.yo({code:"plan/cycle",message:`images are built from each other in a circle: ${n}`,fix:"take one of these FROM, COPY --from or contexts entries out"})}i.push(e)
const r=n(e).filter(e=>t.has(e)).map(visit)
i.pop()
const a=Math.max(-1,...r)+1
s.set(e,a)
return a}
const o=[]
for(const n of e)visit(n)
for(const n of e){const e=s.get(n)??0
o[e]??=[]
o[e].push(n)}return o}async function makePlan(e,n){const{catalog:t,source:r,selected:a,inputs:c}=e
const d=new Set(c.map(({service:e})=>e.name))
const l=t.services.map(({name:e})=>e).filter(e=>d.has(e))
const f=Map.groupBy(c,({service:e})=>e.name)
const of=e=>f.get(e)??[]
const u=toWaves(l,e=>of(e).flatMap(e=>Object.values(e.trace===undefined?{}:e.from)))
const h=new Map
const p=new Map
const m=remembering(n,p)
const g=(0,s.A)(32)
for(const n of u){const t=n.flatMap(of)
const s=await Promise.all(t.map(n=>g(()=>planOrBlock(n,e,m,h))))
for(const e of s)h.set((0,o.p2)(e.service,e.platform),e)}const y=l.flatMap(of).flatMap(({service:e,platform:n})=>h.get((0,o.p2)(e.name,n))??[])
const v=y.filter(({decision:e})=>e.kind==="build")
const w=v.length===0?undefined:await(e.times?.(v))
const b={seconds:w??new Map,sizes:p}
const{work:k,by:$}=(0,o.LT)(y,t.services,u,e.runners??"native",b)
const x=a.map(({name:e})=>e)
const O=k.filter(({service:e})=>x.includes(e))
const{include:A,bins:S}=(0,i.D)(O,{maxJobs:e.maxJobs,selected:x})
return{kind:"lucid.plan",version:1,project:t.project,root:t.root,source:r,network:t.network,phases:t.phases,services:t.services,planned:t.planned,externals:t.externals,selected:x,images:y,parents:[...new Set([...parentsIn(c),...e.parents??[]])].sort(),tags:e.tags,waves:u,matrix:{include:A},...e.remarks!==undefined&&e.remarks.length>0&&{remarks:e.remarks},...e.estimate&&{estimate:estimate(S,y.filter(({service:e})=>x.includes(e)),k,$)}}}const parentsIn=e=>e.flatMap(e=>e.trace===undefined?[]:Object.values(e.from))
function remembering(e,n){return{...e,findPrevious:async(t,s)=>{const i=await e.findPrevious(t,s)
if(i?.size!==undefined)n.set((0,o.p2)(t.name,s),i.size)
return i}}}}),32992:((e,n,t)=>{t.d(n,{F1:()=>findImage,pb:()=>keepWritten,ve:()=>findPrevious})
var s=t(16083)
var i=t(15796)
var o=t(71190)
var r=t(52886)
async function findImage(e,n,t){const s=await e.manifest(n)
if(s===undefined)return undefined
const{content:i,descriptor:r}=s
if(i.kind==="image")return{digest:r.digest,size:[i.config,...i.layers].reduce((e,{size:n})=>e+n,0),baked:(0,o.Q$)(i.annotations)}
const a=await e.imageFacts(n,t)
return a&&{digest:a.digest,size:a.size,baked:(0,o.Q$)(a.annotations)}}async function findPrevious(e,n,t,i,a){const[c]=(0,r.T)(n,(0,s.MC)(i),a).floating
const d=c===undefined?undefined:await factsIn(e,`${n.image}:${c}`,t)
if(d===undefined)return undefined
const l=d.labels["org.opencontainers.image.revision"]
const f=d.labels["org.opencontainers.image.version"]
return{baked:{...f!==undefined&&{VERSION:f},...(0,o.Q$)(d.annotations)},components:readHashes(d.annotations["com.lucid.components"]),digest:d.digest,size:d.size,on:readHashes(d.annotations["com.lucid.parents"]),...l!==undefined&&{revision:l}}}async function factsIn(e,n,t){try{return await e.imageFacts(n,t)}catch(e){if((0,i.b)(e))return undefined
throw e}}async function headIn(e,n){try{return await e.head(n)}catch(e){if((0,i.U)(e))return undefined
throw e}}function readHashes(e){try{const n=JSON.parse(e??"{}")
return typeof n==="object"&&n!==null?n:{}}catch{return{}}}async function keepWritten(e,n,t){const s=n.map(async({name:n,image:s})=>{const i=e[n]??{immutable:[],floating:[]}
const o=await Promise.all(i.immutable.map(e=>headIn(t,`${s}:${e}`)))
const isThere=(e,n)=>o[n]!==undefined
const r=i.immutable.filter(isThere)
if(r.length===0)return[n,i]
return[n,{...i,immutable:i.immutable.filter((e,n)=>o[n]===undefined),kept:r}]})
return Object.fromEntries(await Promise.all(s))}}),40749:((e,n,t)=>{t.r(n)
t.d(n,{plan:()=>plan,planAndLint:()=>planAndLint})
async function changedSince(e,n,t){if(!/^[0-9a-f]{7,64}$/.test(n))return undefined
const[s,i]=await Promise.all([e(["diff","--name-only","--relative","--no-renames","-z",n,"--",...t.map(literal)]),e(["ls-files","--others","--exclude-standard","-z","--",...t.map(literal)])])
if(s===undefined)return undefined
return[...new Set(`${s}${i??""}`.split("\0").filter(Boolean))].sort()}const literal=e=>`:(literal)${e}`
var s=t(15351)
var i=t(26627)
var o=t(1071)
var r=t(46183)
var a=t(58283)
var c=t(20549)
var d=t(94164)
var l=t(26338)
var f=t(53663)
var u=t(24650)
var h=t(52886)
var p=t(89433)
var m=t(36658)
function listInputs(e,n){const{service:t,platform:s,trace:i,selected:o,from:r}=e
const a=new Map(n?.bases.map(e=>[e.ref,e.pinned]))
const c=(n?.version===undefined?undefined:n.baked)??{}
return{service:t.name,platform:s,dockerfile:t.dockerfile,files:o.map(({input:e,entries:n})=>({instruction:e.label,line:e.line,...e.context!==""&&{context:e.context},paths:n.filter(({kind:e})=>e!=="dir").map(({path:e})=>e)})),images:i.images.map(({ref:e,use:n,line:t,platform:i,platformName:o})=>{const r=a.get(e)
return{ref:e,use:n,line:t,platform:i==="target"?s:o??"build",...r!==undefined&&{pinned:r}}}),catalogImages:r,urls:i.urls.map(({url:e,line:n,pinned:t})=>({url:e,line:n,pinned:t})),contexts:Object.fromEntries(Object.entries(t.contexts).map(([e,n])=>[e,contextWords(n,a.get(e))])),args:{...(0,m.P)(e),...c},volatileArgs:n?.volatileArgs.filter(e=>c[e]===undefined)??[],secrets:i.secrets,ssh:i.ssh,wholeContext:i.wholeContext}}function contextWords(e,n){switch(e.kind){case"service":return`target:${e.service}`
case"image":return`docker-image://${n??e.ref}`
case"path":return e.path
case"url":return e.url
default:return e}}var g=t(51455)
var y=t(76760)
var v=t(32407)
var w=t(3748)
const b=5e3
async function lastJobs(e,n,t){const s=(0,v._M)(e)
const i=/\/([^/@]+\.ya?ml)@/.exec(e.GITHUB_WORKFLOW_REF??"")?.[1]
if(!n||s===undefined||i===undefined)return[]
const o=AbortSignal.timeout(b)
const{rest:r,paginate:a}=await(0,v.o6)(e,{token:n,effort:"brief",signal:o})
try{const e={...s,workflow_id:i,status:"success",per_page:1}
const n=(await r.actions.listWorkflowRuns(e)).data.workflow_runs[0]
if(n===undefined)return[]
const t=await a(r.actions.listJobsForWorkflowRun,{...s,run_id:n.id,per_page:100})
return t.map(({name:e,steps:n=[]})=>({name:e.split(" / ").at(-1)??e,seconds:Math.max(0,...n.map(({started_at:e,completed_at:n})=>secondsBetween(e,n)))}))}catch(e){(0,w.X)(e,"read the times of the last run","actions: read",t)
return[]}}function secondsBetween(e,n){const t=(Date.parse(n??"")-Date.parse(e??""))/1e3
return Number.isFinite(t)?t:0}var k=t(68780)
var $=t(70500)
var x=t(95538)
async function readTimes({times:e,out:n,githubToken:t},{cwd:s,env:i,log:o,progress:r},a){const c=await timesIn(e===undefined?y.join(n,"build.json"):y.resolve(s,e))
if(e!==undefined&&c.size===0)o(`${e} holds no build times: jobs are spread by size`)
if(e!==undefined||c.size>0||a.length<2)return c
const d=await new x.d(r).during("GitHub","asking for the jobs of the last run",()=>lastJobs(i,t,o))
const l=new Map(d.map(({name:e,seconds:n})=>[e,n]))
return new Map(a.flatMap(({service:e,platform:n})=>{const t=l.get((0,k.u)([e],n))
return t===undefined?[]:[[(0,$.p2)(e,n),t]]}))}const isJson=e=>e.endsWith(".json")
async function timesIn(e){const n=new Map
for(const t of await(0,d.nG)(e,isJson))for(const{service:e,platform:s,outcome:i,durationMs:o}of await imagesOf(t))if(i==="built"&&typeof o==="number"&&o>=0)n.set((0,$.p2)(e,s),o/1e3)
return n}async function imagesOf(e){try{const n=JSON.parse(await(0,g.readFile)(e,"utf8"))
if(n?.kind!=="lucid.build"||!Array.isArray(n.images))return[]
return n.images.filter(e=>e!==null&&typeof e==="object")}catch{return[]}}var O=t(85465)
var A=t(77192)
function smokeLegs(e,{which:n,runner:t,runners:s,passed:i}){const o=new Map(e.services.map(e=>[e.name,e]))
const r=e.images.flatMap(n=>{const i=o.get(n.service)
if(i===undefined||!e.selected.includes(i.name))return[]
if(!isSmoked(e,i))return[]
return[{image:n,service:i,runner:t??(0,$.mv)(i,n.platform,s)}]})
const a=Map.groupBy(r,({image:e,runner:n})=>JSON.stringify([e.platform,n]))
return[...a.values()].flatMap(e=>{const t=e.filter(({image:e})=>n==="all"||isFresh(e,i))
const[s]=t
if(s===undefined)return[]
const o=(n==="changed"?t:e).map(({service:e})=>e.name)
const{platform:r}=s.image
return[{name:`smoke ${(0,k.u)(o,r)}`,service:o.join(","),platform:r,runner:s.runner,phase:"",wave:0}]})}const isSmoked=(e,n)=>n.policy.smoke!=="off"&&(0,i.Np)((0,i.I)(e,n))
function isFresh(e,n){if(e.decision.kind==="build")return true
return e.decision.kind==="unchanged"&&!n(e)}async function withSmoke(e,n,t){const{smokeJobs:s,smokeRunner:i,emulate:o}=n
if(s==="off"&&n.smoke==="off")return e
const r=i===undefined?undefined:readRunner(i)
const a=s==="dependents"||n.smoke==="dependents"?"dependents":"changed"
const c=(0,A.E)(a,t,e)
const d=new Set
const l=await Promise.all(e.images.map(async n=>{const{service:t,platform:s,decision:i}=n
if(i.kind!=="unchanged"||!isSmoked(e,(0,A.z)(e,t)))return n
const o=await c({service:t,platform:s,digest:i.digest})
if(o.kind==="passed")d.add((0,$.p2)(t,s))
return o.kind==="passed"?n:{...n,decision:{...i,reasons:[whySmoke(o)]}}}))
const f={...e,images:l}
if(s==="off")return f
const u=smokeLegs(f,{which:s,runner:r,runners:o?"emulated":"native",passed:({service:e,platform:n})=>d.has((0,$.p2)(e,n))})
return{...f,smokeMatrix:{include:u}}}function whySmoke(e){const n=e.kind==="unknown"?e.why:"smoke failed before"
return{kind:"smoke",detail:`image unchanged, ${n}: smoke again`}}function readRunner(e){if(!e.trim().startsWith("["))return e.trim()
try{const n=JSON.parse(e)
if(Array.isArray(n)&&n.length>0&&n.every(e=>typeof e==="string"))return n}catch{}throw new O.yo({code:"options/value",message:`smoke-runner ${JSON.stringify(e.slice(0,100))} is not a list of labels`,fix:'write a label, or a list as JSON: ["self-hosted", "pi5"]'})}var S=t(9952)
var P=t(70370)
var j=t(24242)
var M=t(15042)
var T=t(66044)
class Ahead{#e
#n
#t=new Map
#s=(0,P.A)(32)
constructor(e,n){this.#e=e
this.#n=n}ask(e){if(e.trace===undefined||e.problems.length>0)return
if(e.service.ttl!==undefined||Object.keys(e.from).length>0)return
const n=this.#s(()=>this.#i(e))
n.catch(()=>undefined)
this.#t.set(e,n)}async answer(e){return this.#t.get(e)}async#i(e){const{hash:n,resolveBase:t,findImage:s}=this.#e
const i=await(0,M.r)(e,t)
if((0,M.n)(i))return undefined
const o=(0,j.Iu)((0,j.pN)(e,this.#n),this.#n.versions.get(e.service.name))
const r=await(0,T.ls)(e,{hash:n,fingerprints:new Map,bases:i},o)
return{...r,found:await s(r.contentRef,e.platform)}}}var R=t(32992)
var E=t(16083)
var N=t(24454)
const I=3
async function removedServices(e,n,t,s){const i=await Promise.all(e.services.slice(0,I).map(s=>lastPublication(s,n,e,t)))
const[o]=i.filter(e=>e?.services!==undefined).toSorted((e,n)=>(n?.committedAt??"").localeCompare(e?.committedAt??""))
const r=new Set([...e.services,...e.planned].map(({name:e})=>e))
const a=Object.entries(o?.services??{}).filter(([e])=>!r.has(e))
if(o===undefined||a.length===0)return[]
const c=await s(o.revision,n.revision).catch(()=>"unknown")
if(c==="older"||c==="diverged")return[]
return a.map(([n,{image:t,dockerfile:s}])=>{const i=e.services.find(e=>o.services?.[e.name]===undefined&&(e.image===t||e.dockerfile===s))
const r=i===undefined?"is no longer in it":`is now ${i.name}`
return{code:"catalog/removed",severity:"note",message:`${n} was published from this catalog and ${r}`,at:{file:e.file},...i?.image!==t&&{why:`its images stay in ${t}, and no run updates them`,fix:"delete them once nothing uses them, or put the service back"}}})}async function lastPublication(e,n,{project:t},s){const[i]=(0,h.T)(e,(0,E.MC)(n),{project:t}).floating
const[o]=i===undefined?[]:(0,N.bn)(i,1)
if(o===undefined)return undefined
try{const n=await s.manifest(`${e.image}:${o}`)
return n&&(0,N.SC)(n,o)}catch{return undefined}}async function treeAtCommit(e,n,t){const s=(await e(["rev-parse","--verify","--quiet","--end-of-options",`${n}^{commit}`]))?.trim()
if(!s)return undefined
const i=await changedSince(e,s,[])
const o=await e(["ls-tree","-r","-z",s])
if(i===undefined||o===undefined)return undefined
const r=new Set(i)
const a=parseTree(o).filter(({path:e})=>r.has(e))
const c=a.filter(({mode:e})=>e==="120000")
const d=await Promise.all(c.map(({oid:n})=>e(["cat-file","blob",n])))
const l=new Map(c.map(({path:e},n)=>[e,d[n]??""]))
const f=a.filter(({mode:e})=>e==="160000")
const u=a.flatMap(({path:e,mode:n,oid:t})=>{if(n==="160000")return[]
if(n==="120000")return[{path:e,kind:"symlink",executable:false,target:l.get(e)??"",oid:t}]
return[{path:e,kind:"file",executable:n==="100755",oid:t}]})
const h=new Set(i.flatMap(parents))
const p=t.entries.flatMap(e=>{if(r.has(e.path)&&e.kind!=="dir")return[]
if(e.kind==="dir"&&h.has(e.path))return[]
const n=f.find(({path:n})=>e.path.startsWith(`${n}/`))
return[n===undefined?e:{...e,oid:`${n.oid} ${e.path}`}]})
return{changed:i,entries:[...p,...u].sort((e,n)=>e.path<n.path?-1:e.path>n.path?1:0),hash:e=>t.hash(e),read:(n,t)=>r.has(n)?e(["cat-file","blob","--end-of-options",`${s}:./${n}`]):t(n)}}function parseTree(e){return e.split("\0").flatMap(e=>{const n=e.indexOf("\t")
if(n<0)return[]
const[t="",,s=""]=e.slice(0,n).split(" ")
return[{mode:t,oid:s,path:e.slice(n+1)}]})}function parents(e){const n=e.split("/").slice(0,-1)
return n.map((e,t)=>n.slice(0,t+1).join("/"))}var C=t(10024)
var _=t(27766)
var L=t(49554)
var q=t(20785)
var D=t(8496)
var B=t(40097)
var H=t(86702)
async function changedServices(e,n){const[t,s]=await Promise.all([contents(e),contents(n)])
const i=e.inputs.filter(({service:e,platform:n})=>{const i=(0,$.p2)(e.name,n)
return t.get(i)===undefined||t.get(i)!==s.get(i)})
return new Set(i.map(({service:e})=>e.name))}async function contents({inputs:e,hash:n}){const t=new Map(e.map(e=>[(0,$.p2)(e.service.name,e.platform),e]))
const s=new Map
const contentOf=(e,n)=>{if(n.includes(e))return Promise.resolve(undefined)
const i=s.get(e)??compute(t.get(e),[...n,e])
s.set(e,i)
return i}
const compute=async(e,t)=>{if(e===undefined||e.trace===undefined||e.problems.length>0)return undefined
const{trace:s,service:i,platform:o,from:r}=e
const a=new Map
for(const e of Object.values(r)){const n=await contentOf((0,$.p2)(e,o),t)
if(n===undefined)return undefined
a.set(e,n)}const c=await(0,m.C)(e,{hash:n,fingerprints:a,bases:[]}).catch(unreadable)
if(c===undefined)return undefined
const d=s.images.map(({ref:e,platformName:n})=>[e,n])
return(0,T.qQ)([c,d,i.contexts])}
const i=await Promise.all([...t.keys()].map(async e=>[e,await contentOf(e,[])]))
return new Map(i)}function unreadable(e){if(!(e instanceof O.yo))throw e}async function select_select(e){const{catalog:n,options:t,reader:s}=e;(0,D.F)(t.platform,n.services)
const i=(0,H.Z)(n,{services:t.service,phases:t.phase})
const o=t.changed===undefined?i:await changedOf(i,t.changed,e)
if(!t.dependents||o.length===0)return o
const r=await s.readAll(n.services,t.platform,"to-build")
const a=new Map
for(const e of r)if("from"in e)a.set(e.service.name,[...a.get(e.service.name)??[],...Object.values(e.from)])
return(0,B.h)(n.services,o,e=>a.get(e)??[])}async function changedOf(e,n,{catalog:t,options:s,git:i,tree:o,reader:r,readBaseConfig:a,readText:c}){const d=await treeAtCommit(i,n,o)
if(d===undefined)throw unknown(n)
if(d.changed.length===0)return[]
const l=await r.readAll(e,s.platform,"to-build")
const u=await catalogThen(t,d,s.registry,c)
if(u===undefined)return e
const h=new Set(l.map(({service:e})=>e.name))
const p=(0,L.Km)((0,_.Gc)(d.entries),e=>d.read(e,c))
const m=await(0,f.c)(u,p,a).readAll(u.services.filter(({name:e})=>h.has(e)),s.platform,"to-build")
const g=await changedServices({inputs:l,hash:o.hash},{inputs:m,hash:d.hash})
const[y,v]=[checksIn(t),checksIn(u)]
return e.filter(({name:e})=>g.has(e)||y.get(e)!==v.get(e))}const checksIn=e=>new Map(e.services.map(n=>[n.name,(0,q.Qm)({...e,images:[]},n).hash]))
async function catalogThen(e,n,t,s){const i=y.basename(e.file)
if(!n.changed.includes(i))return e
const o=await n.read(i,s)
if(o===undefined)return undefined
try{const s=hostOf(n.entries)
return(0,C.a)({file:e.file,text:o,root:e.root,host:s,...t!==undefined&&{registry:t}})}catch(e){if(e instanceof O.yo)return undefined
throw e}}function hostOf(e){const n=new Map([[".","folder"]])
for(const{path:t,kind:s}of e){n.set(t,s==="file"?"file":s==="dir"?"folder":"other")
for(let e=y.dirname(t);e!==".";e=y.dirname(e))n.set(e,"folder")}return{look:e=>n.get(e)??"missing",list:e=>[...n.keys()].filter(n=>y.dirname(n)===e).map(e=>y.basename(e))}}const unknown=e=>new O.yo({code:"options/changed",message:`there is no commit ${JSON.stringify(e)} in this clone`,why:"what changed since a commit is only known where the commit is; a shallow clone holds few",fix:"check out with fetch-depth: 0, or fetch that one: git fetch --depth=1 origin <branch or commit>"})
var z=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var F=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
const U=6e5
async function plan(e,n,t=(0,l.cs)(e,n),s=(e.smokeJobs==="off"?"to-build":"to-run"),i="written"){return(await planAndLint(e,n,t,s,"errors",i)).plan}async function planAndLint(e,n,t,i,r,m="written"){const g={stack:[],error:void 0,hasError:false}
try{const y=z(g,t.limit({silentMs:e.registryTimeout*1e3,totalMs:U,option:"registry-timeout"}),false)
const v=(0,u.I)(e,n)
const w=(0,u.O)(v,n)
const b=n.checkout??(0,s.Hj)(w)
const k=await(0,l.O_)(e,n,b)
const[$,x]=await Promise.all([(0,l.oD)(e,v,n,b),(0,l.rB)(k.root,w,b)])
const O={...$,dirty:$.dirty||await x.tree.hidesChanges()}
const A=(0,p.h)(t)
const P=(0,f.c)(k,x.files,A)
const{readText:j}=x.files
const M=await select_select({catalog:k,options:e,git:w,tree:x.tree,reader:P,readBaseConfig:A,readText:j})
const T={hash:x.tree.hash,resolveBase:(e,n)=>t.resolve(e,n),findImage:(e,n)=>(0,R.F1)(t,e,n),findPrevious:(e,n)=>(0,R.ve)(t,e,n,O,k),changedSince:(e,n)=>changedSince(w,e,n)}
const{tags:E,versions:N,problems:I,remarks:C}=(0,h.F)(M,O,k)
const _=removedServices(k,O,t,(0,c.A)(e,v,n))
const L=new Ahead(T,{source:O,project:k.project,versions:N})
const q=await P.readAll(M,e.platform,i,e.force?undefined:e=>L.ask(e))
const D=r==="errors"?{least:"error"}:{}
const B=new Set(q.map(({service:e})=>e.name))
const H=k.services.filter(({name:e})=>B.has(e))
const F={inputs:q,services:H,catalog:k,around:x.around,...D}
let W=(0,o.WX)(F)
const untaggable=e=>e.map(e=>{const n=I.get(e.service.name)??[]
return n.length===0?e:{...e,problems:[...e.problems,...n]}})
const G=untaggable((0,o.TR)(q,W))
const V=e.stale||O.event.kind==="schedule"
const Y=await parentsElsewhere(k,q,x.files)
const J={catalog:k,source:O,selected:M,force:e.force,...e.stale&&{staleAt:(n.date??Date.now)()},inputs:G,versions:N,remarks:[...C,...await _],parents:Y,tags:V?await(0,R.pb)(E,M,t):E,runners:e.emulate?"emulated":"native",maxJobs:e.maxJobs,estimate:e.estimate||n.env.GITHUB_ACTIONS==="true",times:t=>readTimes(e,n,t),ahead:L}
let Z=await(0,S.C)(J,T)
const K=new Set(Z.images.flatMap(({service:e,decision:n})=>n.kind==="build"?e:[]))
const[X,Q]=await Promise.all([r==="all"?askAbout(K,F,e,n):undefined,(0,a.u)(k.root,G.filter(({service:e})=>K.has(e.name)))])
if(X!==undefined||Q.size>0){W=(0,o.WX)({...F,...X&&{packages:X.packages},special:Q})
const e=untaggable((0,o.TR)(q,W))
if(e.some((e,n)=>e.problems.length>(G[n]?.problems.length??0)))Z=await(0,S.C)({...J,inputs:e},T)}const ee=await withSmoke(Z,e,t)
const ne=e.inputs?{...ee,inputs:listAll(Z,G)}:ee
if(m==="written")await(0,d.ft)(e.out,ne)
const te=new Set(M.map(({name:e})=>e))
const se=W.filter(({service:e})=>e===undefined||te.has(e))
const ie=(X?.troubles??[]).map(e=>({check:"packages",why:e}))
return{plan:ne,findings:se,skipped:ie,selected:M}}catch(e){g.error=e
g.hasError=true}finally{F(g)}}async function parentsElsewhere(e,n,t){const s=new Set(n.map(({service:e})=>e.name))
const o=e.services.filter(({name:e})=>!s.has(e))
const r=n.some(n=>n.trace!==undefined&&n.command!=="own"&&(0,i.I)({...e,images:[]},n.service)==="base")
return r&&o.length>0?(0,S.P)(await(0,f.c)(e,t).readAll(o,[],"to-build")):[]}function askAbout(e,n,t,s){const i=n.catalog.services.filter(({name:n})=>e.has(n))
const a={...n.catalog,services:i}
return(0,r.O)({catalog:a,subjects:(0,o.Z6)(n.inputs),around:n.around},t,s)}function listAll({images:e,selected:n},t){return n.flatMap(n=>t.flatMap(t=>{if(t.service.name!==n||t.trace===undefined)return[]
const s=e.find(({service:e,platform:s})=>e===n&&s===t.platform)
return[listInputs(t,s)]}))}}),8496:((e,n,t)=>{t.d(n,{F:()=>checkPlatforms,i:()=>platformNames})
var s=t(91736)
var i=t(85465)
function platformNames(e){return e.map(e=>{const n=(0,s.FL)(e)
return n.ok?n.value:e})}function checkPlatforms(e,n){const t=[...new Set(n.flatMap(({platforms:e})=>e))]
const s=platformNames(e).filter(e=>!t.includes(e)).map(e=>({code:"select/platform",message:`no service is made for ${JSON.stringify(e)}`,fix:`one of ${t.join(", ")}`}))
if(s.length>0&&t.length>0)throw new i.yo(s)}}),20549:((e,n,t)=>{t.d(n,{A:()=>orderOn})
async function compareRevisions(e,n,t){if(n===t)return"same"
const isBefore=async(n,t)=>await e(["merge-base","--is-ancestor","--end-of-options",n,t])!==undefined
if(await isBefore(n,t))return"newer"
if(await isBefore(t,n))return"older"
const[s,i]=await Promise.all([e(["rev-parse","--is-shallow-repository"]),e(["cat-file","-e","--end-of-options",`${t}^{commit}`])])
return s?.trim()==="false"&&i!==undefined?"diverged":"unknown"}var s=t(32407)
var i=t(3748)
async function compareOnGitHub(e,n,t,o,r){const a=(0,s._M)(e)
if(!n||a===undefined)return"unknown"
const{rest:c}=await(0,s.o6)(e,{token:n,effort:"patient"})
try{const e=`${t}...${o}`
const{data:n}=await c.repos.compareCommitsWithBasehead({...a,basehead:e,per_page:1})
const s={identical:"same",ahead:"newer",behind:"older",diverged:"diverged"}
return s[n.status]}catch(e){if((0,s.d7)(e)&&e.status===404&&/no common ancestor/i.test(e.message))return"diverged";(0,i.X)(e,"compare this commit with the published one","contents: read",r)
return"unknown"}}var o=t(95538)
var r=t(24650)
function orderOn(e,n,t){return async(s,i)=>{const a=await compareRevisions((0,r.O)(n,t),s,i)
if(a!=="unknown"&&a!=="diverged")return a
const c=await new o.d(t.progress).during("GitHub","comparing commits",()=>compareOnGitHub(t.env,e.githubToken,s,i,t.log))
return c==="unknown"?a:c}}}),40097:((e,n,t)=>{t.d(n,{h:()=>withDependents})
function withDependents(e,n,t){const s=new Set(n.map(({name:e})=>e))
for(let n=-1;n!==s.size;){n=s.size
for(const{name:n,needs:i}of e)if([...i,...t(n)].some(e=>s.has(e)))s.add(n)}return e.filter(({name:e})=>s.has(e))}}),94164:((e,n,t)=>{t.d(n,{Gi:()=>lastDocument,f8:()=>writeWhole,ft:()=>writeDocument,nG:()=>filesIn,u0:()=>readDocument})
var s=t(51455)
var i=t(76760)
var o=t(85465)
async function writeWhole(e,n){const t=`${e}.${process.pid}.tmp`
try{await(0,s.mkdir)(i.dirname(e),{recursive:true})
await(0,s.writeFile)(t,n)
await(0,s.rename)(t,e)}catch(n){await(0,s.rm)(t,{force:true}).catch(()=>{})
const i=n instanceof Error?n.message:String(n)
const r="name a folder that can be written to, with --out"
throw new o.yo({code:"document/unwritable",message:"cannot be written",at:{file:e},why:i,fix:r},{cause:n})}return e}const fileOf=(e,n)=>i.join(e,`${n.replace(/^lucid\./,"")}.json`)
async function writeDocument(e,n){return writeWhole(fileOf(e,n.kind),`${JSON.stringify(n,undefined,"\t")}\n`)}async function readDocument(e,n,t){let i
try{i=await(0,s.readFile)(e,"utf8")}catch(n){if(n.code==="ENOENT")return undefined
throw unreadable(e,"cannot be read",n)}let o
try{o=JSON.parse(i)}catch(n){throw unreadable(e,"is not JSON",n)}const r=typeof o==="object"&&o!==null?o:{}
if(r.kind!==n)throw unreadable(e,`is not a ${n} document`)
if(r.version!==t)throw unreadable(e,`is version ${r.version} of ${n}, and this program reads version ${t}`)
return r}function lastDocument(e,n,t){return readDocument(fileOf(e,n),n,t)}function unreadable(e,n,t){const s=t instanceof Error?t.message:undefined
const i="run the stage that writes it again"
return new o.yo({code:"document/unreadable",message:n,at:{file:e},fix:i,...s!==undefined&&{why:s}},{cause:t})}async function filesIn(e,n){const t=await(0,s.stat)(e).catch(()=>undefined)
if(t===undefined)return[]
if(!t.isDirectory())return[e]
const o=await(0,s.readdir)(e,{recursive:true})
return o.filter(n).sort().map(n=>i.join(e,n))}}),53663:((e,n,t)=>{t.d(n,{c:()=>inputReader})
var s=t(70370)
var i=t(49554)
var o=t(8496)
function inputReader(e,n,t){const r=new Map
const a=(0,s.A)(16)
const read=async(s,o)=>{const r=await(0,i.Ko)(s,o,e,n,t)
return"trace"in r?r:{service:s,platform:o,problems:r}}
const readOnce=(e,n)=>{const t=r.get(e)??new Map
r.set(e,t)
const s=t.get(n)??read(e,n)
t.set(n,s)
return s}
return{async readAll(n,t,s,i){const r=[]
const c=new Set
const d=(0,o.i)(t)
let l=n
while(l.length>0){for(const{name:e}of l)c.add(e)
const n=l.flatMap(e=>e.platforms.flatMap(n=>t.length===0||d.includes(n)?[{service:e,platform:n}]:[]))
const o=await Promise.all(n.map(({service:e,platform:n})=>a(async()=>{const t=await readOnce(e,n)
i?.(t)
return t})))
r.push(...o)
const f=s==="to-run"?l.flatMap(e=>e.needs):[]
const u=new Set([...f,...o.flatMap(e=>"from"in e?Object.values(e.from):[])])
l=e.services.filter(({name:e})=>u.has(e)&&!c.has(e))}return r}}}}),24454:((e,n,t)=>{t.d(n,{JA:()=>standing,R3:()=>samePublication,Ro:()=>c,SC:()=>readLedger,XL:()=>writeLedger,Yt:()=>a,bn:()=>ledgerTags})
var s=t(77598)
var i=t(12311)
var o=t(85465)
const r="application/vnd.lucid.publication.v1+json"
const a="application/vnd.oci.image.manifest.v1+json"
const c=(new TextEncoder).encode("{}")
const d=i.Ikc({who:i.YjP(),when:i.YjP(),why:i.YjP(),smoke:i.YjP().optional()}).transform(({smoke:e,...n})=>({...n,...e!==undefined&&{smoke:e}}))
const l=i.g1P(i.YjP(),i.Ikc({image:i.YjP(),dockerfile:i.YjP()}))
const f={revision:"org.opencontainers.image.revision",committedAt:"org.opencontainers.image.created",digest:"com.lucid.publication.index",sequence:"com.lucid.publication.sequence",ref:"com.lucid.publication.ref",replaced:"com.lucid.publication.replaced",services:"com.lucid.publication.services",exception:"com.lucid.publication.exception"}
function ledgerTags(e,n){return Array.from({length:n},(n,t)=>{const i=t===0?".published":`.published-${t+1}`
const o=128-i.length
if(e.length<=o)return e+i
const r=(0,s.createHash)("sha256").update(e).digest("hex").slice(0,16)
return`${e.slice(0,o-17)}-${r}${i}`})}function writeLedger(e){const{revision:n,committedAt:t,digest:i,sequence:o,ref:d,replaced:l,services:u,exception:h}=e
const p={mediaType:"application/vnd.oci.empty.v1+json",digest:`sha256:${(0,s.createHash)("sha256").update(c).digest("hex")}`,size:c.length}
const m={schemaVersion:2,mediaType:a,artifactType:r,config:p,layers:[p],annotations:{[f.revision]:n,[f.committedAt]:t,[f.digest]:i,[f.sequence]:String(o),...d!==undefined&&{[f.ref]:d},...l!==undefined&&{[f.replaced]:l},...h!==undefined&&{[f.exception]:JSON.stringify(h)},...u!==undefined&&{[f.services]:JSON.stringify(u)}}}
return(new TextEncoder).encode(JSON.stringify(m))}function readLedger({content:e},n){const{annotations:t}=e
const s=t[f.revision]
const i=t[f.digest]
const a=Number(t[f.sequence])
const c=e.kind==="image"&&e.artifactType===r
if(!c||!s||!/^sha256:[0-9a-f]{64}$/.test(i??"")||!i||!Number.isSafeInteger(a))throw new o.yo({code:"publish/ledger",message:`the tag ${n} does not hold the record of who published`,why:"it was overwritten by something else",fix:`delete the tag ${n}, then publish again`})
const[u,h]=[t[f.ref],t[f.replaced]]
return{...{revision:s,committedAt:t[f.committedAt]??"",digest:i,sequence:a},...u&&{ref:u},...h&&{replaced:h},...entry("services",l,t[f.services]),...entry("exception",d,t[f.exception])}}function entry(e,n,t){if(t===undefined)return{}
try{const{data:s}=n.safeParse(JSON.parse(t))
return s===undefined?{}:{[e]:s}}catch{return{}}}function samePublication(e,n){return e?.revision===n?.revision&&e?.digest===n?.digest}async function standing(e,n,t,s){if(samePublication(t,s))return"same"
const i=t.revision===s.revision?"same":await e(t.revision,s.revision)
if(i==="newer"||i==="older")return i
if(i!=="same"&&!n)return i
if(t.sequence!==s.sequence)return s.sequence>t.sequence?"newer":"older"
return`${s.digest} ${s.revision}`>`${t.digest} ${t.revision}`?"newer":"older"}}),28690:((e,n,t)=>{t.d(n,{E4:()=>writeProof,JA:()=>standing,OR:()=>readProofs,YP:()=>standingOf})
var s=t(12311)
var i=t(20785)
var o=t(24454)
const r="application/vnd.lucid.smoke.v2+json"
const a={digest:"com.lucid.smoke.digest",records:"com.lucid.smoke.records"}
const c=24
const d=s.Ikc({service:s.YjP(),verdict:s.k5n(["healthy","unhealthy"]),revision:s.YjP(),hash:s.YjP(),parts:s.g1P(s.YjP(),s.YjP()),needs:s.g1P(s.YjP(),s.YjP()).optional()})
function proofTag(e){const[n="",t=""]=e.split(":")
return`${n}-${t.slice(0,100)}.smoke`}async function writeProof(e,n,t,s){const i=`${n}:${proofTag(t)}`
for(let d=1;d<=4;d++){const l=await readProofs(e,n,t)
const f=l.find(e=>isAlike(e,s))
if(f?.verdict===s.verdict&&(d>1||f.revision===s.revision))return
const u=[s,...l.filter(e=>e!==f)].slice(0,c)
const{digest:h,size:p}=await e.putBlob(n,o.Ro)
const m={mediaType:"application/vnd.oci.empty.v1+json",digest:h,size:p}
const g={...{schemaVersion:2,mediaType:o.Yt,artifactType:r,config:m,layers:[m]},annotations:{[a.digest]:t,[a.records]:JSON.stringify(u)}}
await e.putManifest(i,(new TextEncoder).encode(JSON.stringify(g)),o.Yt)}}const isAlike=(e,n)=>e.service===n.service&&e.hash===n.hash&&isSame(e.needs,n.needs)
const isSame=(e,n)=>JSON.stringify(Object.entries(e??{}).sort())===JSON.stringify(Object.entries(n??{}).sort())
async function readProofs(e,n,t){const i=(await e.manifest(`${n}:${proofTag(t)}`))?.content
if(i?.kind!=="image"||i.artifactType!==r)return[]
if(i.annotations[a.digest]!==t)return[]
try{const{data:e}=s.YOg(d).safeParse(JSON.parse(i.annotations[a.records]??""))
return e?.map(({needs:e,...n})=>({...n,...e&&{needs:e}}))??[]}catch{return[]}}async function standingOf(e,n){const{service:t,digest:s}=n
return standing(await readProofs(e,t.image,s),n)}function standing(e,{plan:n,service:t,beside:s}){const o=(0,i.Qm)(n,t)
const r=e.filter(e=>e.service===t.name)
const a=r.filter(({hash:e})=>e===o.hash)
const c=a.find(({needs:e})=>s===undefined||isSame(e,s))
if(c!==undefined)return{kind:c.verdict==="healthy"?"passed":"failed",revision:c.revision}
if(a.length>0)return{kind:"unknown",why:"what it needs changed"}
const[d]=r.map(e=>(0,i.Ty)(e,o)).sort((e,n)=>e.length-n.length)
if(d===undefined)return{kind:"unknown",why:"not smoked with these checks yet"}
return{kind:"unknown",why:`${d.join(", ")||"our probing"} changed`}}}),77192:((e,n,t)=>{t.d(n,{E:()=>standings,z:()=>serviceOf})
var s=t(15044)
var i=t(20785)
var o=t(28690)
function standings(e,n,t,r){return async({service:a,platform:c,digest:d})=>{const l=serviceOf(t,a)
const f=await proofsOf(n,l.image,d)
if(e==="changed")return(0,o.JA)(f,{plan:t,service:l})
const u=(0,i.U9)(t,l,e=>(0,s.ol)(t,r,e,c))
if(u===undefined)return{kind:"unknown",why:"what it needs changed"}
return(0,o.JA)(f,{plan:t,service:l,beside:u})}}const r=new WeakMap
function proofsOf(e,n,t){const s=r.get(e)??new Map
r.set(e,s)
const i=`${n}@${t}`
const a=s.get(i)??(0,o.OR)(e,n,t)
s.set(i,a)
a.catch(()=>s.delete(i))
return a}function serviceOf({services:e},n){const t=e.find(e=>e.name===n)
if(t===undefined)throw new Error(`the plan has an image of ${n}, but no such service`)
return t}}),86702:((e,n,t)=>{t.d(n,{Z:()=>selectServices})
var s=t(53916)
var i=t(85465)
function selectServices(e,{services:n,phases:t}){const o=[]
for(const t of n){if(t==="*"||e.services.some(({name:e})=>(0,s.matchesGlob)(e,t)))continue
const n=e.planned.some(({name:e})=>(0,s.matchesGlob)(e,t))
o.push({code:"select/service",message:n?`"${t}" is planned: it has no Dockerfile yet`:`no service is called "${t}"`,at:{file:e.file},fix:n?"take `planned: true` away once it can be built":`one of ${nearest(t,e.services)}`})}for(const n of t){if(e.phases.some(({id:e})=>e===n))continue
o.push({code:"select/phase",message:`there is no phase "${n}"`,at:{file:e.file},fix:e.phases.length>0?`one of ${e.phases.map(({id:e})=>e).join(", ")}`:"the catalog names no phases"})}if(o.length>0)throw new i.yo(o)
return e.services.filter(({name:e,phase:i})=>(n.length===0||n.some(n=>n==="*"||(0,s.matchesGlob)(e,n)))&&(t.length===0||i!==undefined&&t.includes(i)))}function nearest(e,n){const t=e.split(/[-*?[\]{}]+/).filter(e=>e.length>2)
const hits=({name:e})=>t.filter(n=>e.includes(n)).length
const s=[...n].sort((e,n)=>hits(n)-hits(e)).map(({name:e})=>e)
return s.length>8?`${s.slice(0,8).join(", ")}, ...`:s.join(", ")}}),52886:((e,n,t)=>{t.d(n,{F:()=>tagsOf,T:()=>serviceTags})
var s=t(3595)
function tagsOf(e,n,t){const s=new Map(t.services.map(e=>[e,serviceTags(e,n,t)]))
const i=e.map(e=>({service:e,found:s.get(e)??serviceTags(e,n,t)}))
return{tags:Object.fromEntries(i.map(({service:e,found:{problems:n,silent:t,...s}})=>[e.name,s])),versions:new Map([...s].flatMap(([{name:e},{version:n}])=>n===undefined?[]:[[e,n]])),problems:new Map(i.flatMap(({service:e,found:{problems:n}})=>n.length===0?[]:[[e.name,n.map(n=>({...n,at:n.at??e.at}))]])),remarks:silentRules(i,n)}}function silentRules(e,{event:n}){if(n.kind!=="tag")return[]
const t=new Set(e.flatMap(({found:e})=>e.silent??[]))
for(const{service:n,found:s}of e)for(const e of[...n.tags,...n.floating])if(!s.silent?.includes(e))t.delete(e)
if(t.size===0)return[]
const s=[...t].map(e=>JSON.stringify(e)).join(", ")
return[{code:"tags/silent",severity:e.some(({found:e})=>e.version!==undefined)?"note":"warning",message:`${s}: no service gets a tag by ${t.size===1?"this rule":"these rules"}, although this run is of the git tag ${n.tag}`,why:"they find nothing in that git tag",fix:"docs/tags.md has rules for the usual forms of git tags"}]}function serviceTags(e,n,{project:t}){const i={name:e.name,project:t,...e.phase!==undefined&&{phase:e.phase}}
const{tags:o,floating:r,flavor:a}=e
return(0,s.$)({immutable:o,floating:r,...a&&{flavor:a}},n,i)}})}
