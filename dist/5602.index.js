export const id=5602
export const ids=[5602]
export const modules={25602:((e,t,n)=>{n.d(t,{openIndexes:()=>openIndexes})
var i=n(57975)
var s=n(38522)
var r=n(70370)
var a=n(64569)
var o=n(77598)
var d=n(51455)
var c=n(76760)
const u=1
function openCache(e){const fileOf=(t,n)=>(0,c.join)(e,(0,o.createHash)("sha256").update(t).digest("hex").slice(0,16),`${n}.json`)
return{async read(e,t){try{const n=JSON.parse(await(0,d.readFile)(fileOf(e,t),"utf8"))
return n.version===u?n:undefined}catch{return undefined}},async write(e,t,n){const i=fileOf(e,t)
const s=`${i}.${process.pid}.tmp`
try{await(0,d.mkdir)((0,c.dirname)(i),{recursive:true})
await(0,d.writeFile)(s,JSON.stringify({version:u,...n}))
await(0,d.rename)(s,i)}catch{}}}}function indexUrl(e,t){if(e.includes("${"))return"has a variable in its address"
let n
try{n=new URL(e)}catch{return"has an address that is none"}if(n.protocol!=="https:"&&n.protocol!=="http:")return"has an address that is neither http nor https"
const i=basic(n)??(t===undefined?undefined:loginFor(n,t))
n.username=""
n.password=""
n.search=""
n.hash=""
if(!n.pathname.endsWith("/"))n.pathname+="/"
const s=n.href.replace(/\/$/,"")
return{base:n,id:n.href,shown:s,...i!==undefined&&{authorization:i}}}function basic({username:e,password:t}){if(e===""&&t==="")return undefined
const n=`${decoded(e)}:${decoded(t)}`
return`Basic ${Buffer.from(n).toString("base64")}`}function loginFor(e,t){try{const n=new URL(t)
return n.origin===e.origin?basic(n):undefined}catch{return undefined}}function decoded(e){try{return decodeURIComponent(e)}catch{return e}}var f=n(99687)
var h=n(44277)
var l=n(32865)
function readSimple(e,t,n){const i=/json/i.test(t)?jsonFiles(e):htmlFiles(e)
return i===undefined?undefined:toReleases(i,n)}function jsonFiles(e){let t
try{t=JSON.parse(e)}catch{return undefined}const n=isObject(t)?t.files:undefined
if(!Array.isArray(n))return undefined
return n.filter(isObject).flatMap(e=>{const{filename:t,yanked:n,"requires-python":i}=e
if(typeof t!=="string")return[]
const s=typeof n==="string"?n:n===true?"":undefined
return[toFile(t,typeof i==="string"?i:undefined,s)]})}const isObject=e=>typeof e==="object"&&e!==null&&!Array.isArray(e)
const p=/<a\s((?:[^>"']|"[^"]*"|'[^']*')*)>/gi
const w=/([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|(data-yanked)(?=[\s>]|$)/gi
function htmlFiles(e){if(!/<(?:!doctype|html|head|body|a)\b/i.test(e))return undefined
return[...e.matchAll(p)].flatMap(([,e=""])=>{const t=new Map([...e.matchAll(w)].map(([,e="",t,n,i,s])=>[(s??e).toLowerCase(),plain(t??n??i??"")]))
const n=(t.get("href")??"").replace(/[?#].*$/s,"").replace(/^.*\//s,"")
return n===""?[]:[toFile(simple_api_decoded(n),t.get("data-requires-python"),t.get("data-yanked"))]})}function toFile(e,t,n){return{filename:e,...t!==undefined&&t!==""&&{requiresPython:t},...n!==undefined&&{yanked:n}}}const g={lt:"<",gt:">",amp:"&",quot:'"',apos:"'"}
const plain=e=>e.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi,(e,t,n,i)=>{if(i!==undefined)return g[i.toLowerCase()]??e
const s=t===undefined?Number.parseInt(n??"",16):Number(t)
return s<=1114111?String.fromCodePoint(s):e})
function simple_api_decoded(e){try{return decodeURIComponent(e)}catch{return e}}function toReleases(e,t){const n=new Map
for(const i of e){const e=(0,l.Mh)(i.filename)
const s=e?.version??sourceVersion(i.filename,t)
if(s===undefined||(0,f.rZ)(s)===null)continue
const r=n.get(s)??{wheels:new Set,source:false,files:[]}
n.set(s,r)
if(e===undefined)r.source=true
else r.wheels.add(e.tags)
r.files.push(i)}return[...n].map(([e,{wheels:t,source:n,files:i}])=>{const s=i.map(({requiresPython:e})=>e)
const r=i.every(e=>e.yanked!==undefined)?i[0]?.yanked:undefined
const a=s.every(e=>e===s[0])?s[0]:undefined
return{version:e,wheels:[...t],source:n,...a!==undefined&&{requiresPython:a},...r!==undefined&&{yanked:r.slice(0,300)}}})}function sourceVersion(e,t){const n=/^(.+)\.(?:tar\.gz|zip|tar\.bz2|tgz|tar\.xz|tar\.Z)$/i.exec(e)?.[1]
if(n===undefined)return undefined
for(let e=n.indexOf("-");e>0;e=n.indexOf("-",e+1))if((0,h.M)(n.slice(0,e))===t)return n.slice(e+1)
return undefined}const m="application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01"
const y=64*1024*1024
const k=16
const b=6e5
function openIndexes(e){const t=new Asker(e)
return{ask:(e,n)=>t.ask(e,n),troubles:()=>t.troubles()}}class Asker{options
http
cache
limit=(0,r.A)(k)
known=new Map
failed=new Map
down=new Map
deadline
constructor(e){this.options=e
this.http=(0,a.fb)(e.env)
this.cache=openCache(e.folder)}ask(e,t){const n=`${e} ${t}`
const i=this.known.get(n)??this.limit(()=>this.find(e,t))
this.known.set(n,i)
return i}troubles(){return[...this.failed.values()].map(({shown:e,why:t,packages:n,kept:i})=>{const s=i===0?"":`; ${i} of them by what it said earlier`
return`${e} ${t}: ${n} ${n===1?"package was":"packages were"} not checked with it${s}`})}async find(e,t){const n=indexUrl(e,this.options.login)
if(typeof n==="string")return this.trouble(e,"an index",n,undefined)
const i=await this.cache.read(n.id,t)
const{mode:s,freshMs:r=b,date:a}=this.options
if(s==="offline")return toFacts(i)
if(i!==undefined&&Math.abs(a()-i.at)<r)return toFacts(i)
const o=this.down.get(n.id)
if(o!==undefined)return this.trouble(n.id,n.shown,o,i)
try{return await this.fetch(n,t,i)}catch(e){this.options.signal.throwIfAborted()
const t=reason(e)
if(!(e instanceof BadPage))this.down.set(n.id,t)
return this.trouble(n.id,n.shown,t,i)}}trouble(e,t,n,i){const s=this.failed.get(e)??{shown:t,why:n,packages:0,kept:0}
s.packages++
if(i!==undefined)s.kept++
this.failed.set(e,s)
return toFacts(i)}async fetch(e,t,n){const i=await this.get(e,t,n)
const s={...i.headers.etag!==undefined&&{etag:i.headers.etag},...i.headers["last-modified"]!==undefined&&{modified:i.headers["last-modified"]}}
const r=this.options.date()
if(i.status===304&&n!==undefined)return this.keep(e,t,{...n,at:r})
if(i.status===404||i.status===410)return this.keep(e,t,{at:r})
if(i.status===401||i.status===403)throw new Failure(`wants a login (it answered ${i.status})`)
if(i.status!==200)throw new BadPage(`answered ${i.status}`)
const a=readSimple(await textOf(i),i.headers["content-type"]??"",t)
if(a===undefined)throw new BadPage("answered with something that is not a list of files")
return this.keep(e,t,{at:r,releases:a,...s})}async keep(e,t,n){await this.cache.write(e.id,t,n)
return toFacts(n)}async get(e,t,n){let i=new URL(`${encodeURIComponent(t)}/`,e.base)
for(let t=0,s=0;;){const r=await this.once(i,e,n).catch(e=>{if(s++>0||e.code!=="ECONNRESET")throw e
return undefined})
if(r===undefined)continue
const{status:a,headers:o}=r
if((a===429||a>=500)&&s++===0)continue
if(![301,302,303,307,308].includes(a)||o.location===undefined)return r
if(++t>5)throw new BadPage("redirects in a circle")
i=new URL(o.location,i)
if(i.protocol!=="https:"&&i.protocol!==e.base.protocol)throw new BadPage("redirects to an address without TLS")}}once(e,t,n){const{totalMs:i,signal:s}=this.options
const r=this.deadline??performance.now()+i
this.deadline=r
const a=r-performance.now()
if(a<=0)return Promise.reject(new Failure(lateWords(i)))
const o=e.origin===t.base.origin
return this.http({method:"GET",url:e,headers:{accept:m,"accept-encoding":"gzip","user-agent":"lucid-build-action",...o&&t.authorization!==undefined&&{authorization:t.authorization},...n?.etag!==undefined&&{"if-none-match":n.etag},...n?.etag===undefined&&n?.modified!==undefined&&{"if-modified-since":n.modified}},signal:s,idleMs:a,left:()=>r-performance.now(),maxBytes:y}).catch(e=>{const t=e.code
throw t==="DEADLINE"||t==="ETIMEDOUT"?new Failure(lateWords(i)):e})}}class Failure extends Error{}class BadPage extends Failure{}const lateWords=e=>`did not answer in the ${e/1e3} s there were`
const v=(0,i.promisify)(s.gunzip)
async function textOf({headers:e,body:t}){if(e["content-encoding"]!=="gzip")return Buffer.from(t).toString()
return(await v(t,{maxOutputLength:y})).toString()}function reason(e){if(e instanceof Failure)return e.message
const{code:t,message:n}=e
switch(t){case"ECONNREFUSED":return"refused the connection"
case"ENOTFOUND":case"EAI_AGAIN":return"has no address that is known here"
case"ECONNRESET":return"broke the connection off"
default:return`cannot be reached (${t??n.replace(/\S+:\/\/\S+/g,"\u2026")})`}}function toFacts(e){if(e===undefined)return{kind:"unknown"}
return e.releases===undefined?{kind:"missing"}:{kind:"known",releases:e.releases,all:"all"}}})}
