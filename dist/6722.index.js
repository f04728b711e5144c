export const id=6722
export const ids=[6722]
export const modules={39491:((e,t,n)=>{n.d(t,{DR:()=>filesBelow,EL:()=>dockerfileReader,K7:()=>fileTextsBelow})
var s=n(73024)
var r=n(76760)
var i=n(58500)
var a=n(85465)
function resolveBelow(e,t){if(t.includes("\0"))return"missing"
try{const n=s.realpathSync.native(r.join(e,t))
return n===e||n.startsWith(e.endsWith(r.sep)?e:e+r.sep)?n:"outside"}catch{return"missing"}}const kindOf=e=>e.isFile()?"file":e.isDirectory()?"folder":"other"
function statsOf(e){try{return(0,s.lstatSync)(e,{throwIfNoEntry:false})}catch{return undefined}}function filesBelow(e){const t=s.realpathSync.native(e)
const n=new Map
const resolve=e=>resolveBelow(t,e)
const i=new Set([t])
const look=e=>{if(e.includes("\0"))return"missing"
const n=r.resolve(r.join(t,e))
const a=i.has(r.dirname(n))?statsOf(n):undefined
if(a?.isDirectory())i.add(n)
if(a!==undefined&&!a.isSymbolicLink())return kindOf(a)
const o=resolve(e)
if(o==="missing"||o==="outside")return o
const c=(0,s.statSync)(o,{throwIfNoEntry:false})
return c===undefined?"missing":kindOf(c)}
return{kindOf:e=>{const t=n.get(e)??look(e)
n.set(e,t)
return t},list:e=>{const t=resolve(e)
if(t==="missing"||t==="outside")return[]
try{return(0,s.readdirSync)(t).sort()}catch{return[]}}}}const o=1<<20
function fileTextsBelow(e){const t=s.realpathSync.native(e)
const n=new Map
const read=e=>{const n=resolveBelow(t,e)
if(n==="missing"||n==="outside")return undefined
try{const e=(0,s.statSync)(n)
return e.isFile()&&e.size<=o?(0,s.readFileSync)(n,"utf8"):undefined}catch{return undefined}}
return{size:e=>{const n=statsOf(r.join(t,e))
return n?.isFile()?n.size:undefined},text:e=>{if(!n.has(e))n.set(e,read(e))
return n.get(e)}}}function dockerfileReader(e){return async t=>{await(0,i.setImmediate)()
try{return(0,s.readFileSync)(r.join(e,t),"utf8")}catch(e){const{code:n,message:s}=e
if(n==="ENOENT"||n==="ENOTDIR"||n==="EISDIR")return undefined
const r={code:"dockerfile/unreadable",message:`cannot read ${t}`,why:s}
throw new a.yo({...r,at:{file:t}},{cause:e})}}}}),78498:((e,t,n)=>{n.d(t,{A:()=>parseIndex})
function parseIndex(e){const t={clean:[],skipped:[],assumed:[],submodules:[],unsure:[]}
const n=e.includes("\ufffd")
for(let s=0,r=e.indexOf("\0");r>=0;s=r+1,r=e.indexOf("\0",s)){const i=e.indexOf("\t",s)
const a=e.slice(i+1,r)
if(n&&a.includes("\ufffd"))t.unsure.push(a)
else if(e.startsWith("H 100",s)&&e.startsWith(" 0",i-2))t.clean.push({path:a,kind:"file",executable:e[s+5]==="7",oid:e.slice(s+9,i-2)})
else if(e.startsWith("160000",s+2))t.submodules.push(a)
else if(e.startsWith(" 0",i-2)&&/[a-zS]/.test(e[s]??"")){const n={path:a,mode:e.slice(s+2,s+8),oid:e.slice(s+9,i-2)};(e[s]?.toUpperCase()==="S"?t.skipped:t.assumed).push(n)}else t.unsure.push(a)}return t}}),90690:((e,t,n)=>{n.d(t,{Z:()=>readTree,x:()=>withGitFolder})
var s=n(77598)
var r=n(73024)
var i=n(51455)
var a=n(76760)
var o=n(70370)
var c=n(9489)
var l=n(48161)
async function attributesOf(e,t,n,{clean:s,skipped:r,unsure:i,untracked:a}){const o=await n.settings()
const c=o.get("core.autocrlf")??""
const l=!/^(?:false|no|off|0|)$/i.test(c)
const u=/^(?:true|yes|on|1)$/i.test(c)
const names=e=>e.map(({path:e})=>e)
const f={converted:names(s),rewritten:new Set(names(r)),lfs:new Set}
const h={converted:l?f.converted:[],rewritten:u?f.rewritten:new Set,lfs:f.lfs}
const p=[s,r].some(e=>e.some(e=>isAttributesFile(e.path)))||[a,i].some(e=>e.some(isAttributesFile))
if(!p&&!await hasAttributesElsewhere(e,t,n))return h
const m=[...f.converted,...f.rewritten].map(e=>`${e}\0`).join("")
const g=await t(["check-attr","-z","--stdin",...d],m)
if(g===undefined)return f
const w=new Set(h.converted)
const y=new Set(h.rewritten)
const v=new Set
const k=o.get("core.eol")?.toLowerCase()==="crlf"
const x=g.split("\0")
for(let e=0;e+2<x.length;e+=3){const t=x[e+2]
if(t==="unspecified"||t==="unset")continue
const[n="",s=""]=[x[e],x[e+1]]
if(f.rewritten.has(n)){const e=s==="eol"?t==="lf":(s==="text"||s==="crlf")&&!k
if(!e)y.add(n)}else w.add(n)
if(s==="filter"&&t==="lfs")v.add(n)}return{converted:[...w],rewritten:y,lfs:v}}const d=["text","eol","crlf","filter","ident","working-tree-encoding"]
const isAttributesFile=e=>e.endsWith(".gitattributes")&&/(?:^|\/)\.gitattributes$/.test(e)
async function hasAttributesElsewhere(e,t,{settings:n,layout:s}){const{attributes:r="",up:i=""}=await s()??{}
const o=i.split("/").filter(Boolean).map((t,n,s)=>a.join(e,...s.slice(n),".gitattributes"))
const c=process.env.XDG_CONFIG_HOME||a.join((0,l.homedir)(),".config")
const d=(await n()).has("core.attributesfile")
const u=d?(await t(["config","--type=path","--get","core.attributesfile"]))?.trim():undefined
const f=u||a.join(c,"git/attributes")
const h=[a.resolve(e,r),f,"/etc/gitattributes",...o]
return(await Promise.all(h.map(isFile))).includes(true)}const isFile=e=>(0,i.lstat)(e).then(e=>e.isFile(),()=>false)
var u=n(15351)
var f=n(78498)
var h=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var p=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
const m=64
const g=4<<20
async function readTree(e,t,n=(0,u.Hj)(t)){const[s,r]=await Promise.all([n.layout(),fromGit(e,t,n)])
const i=s?.format==="sha256"?"sha256":"sha1"
const c=withFolders(r??{clean:[],fromDisk:await walk(e,""),hidden:[]})
const l=new Map
const d=(0,o.A)(m)
return{entries:c,hash:t=>{if(t.oid!==undefined)return t.oid
const n=l.get(t.path)??d(()=>hashEntry(a.join(e,t.path),t,i))
l.set(t.path,n)
return n},hidesChanges:async()=>{const e=r?.hidden??[]
if(e.length===0)return false
const n=e.map(({path:e})=>`${e}\n`).join("")
const s=await t(["hash-object","--stdin-paths"],n)
return s?.trim()!==e.map(({oid:e})=>e).join("\n")}}}async function fromGit(e,t,n){const[s,r,i]=await Promise.all([n.index(),n.modified(),n.untracked()])
if(s===undefined||r===undefined||i===undefined)return undefined
const a=(0,f.A)(s)
const o=new Set(a.submodules)
const c=new Set(r.split("\0").filter(e=>e!==""&&!o.has(e)))
const l=i.split("\0").filter(Boolean)
const d=await attributesOf(e,t,n,{...a,untracked:l})
for(const e of d.converted)c.add(e)
const u=c.size===0?a.clean:a.clean.filter(({path:e})=>!c.has(e))
const h=[...new Set([...l,...a.unsure,...c])]
const p=[...a.skipped,...a.assumed]
const m=await Promise.all([...h.map(t=>look(e,t.replace(/\/$/,""))),...a.assumed.map(({path:t})=>look(e,t)),...a.skipped.map(n=>skippedEntry(e,n,d.rewritten,t)),...a.submodules.map(n=>submodule(e,n,t))])
const g=await markPointers(e,m.flat(),d.lfs)
const w=new Set(p.length===0?[]:g.filter(tree_isFile).map(({path:e})=>e))
return{clean:u,fromDisk:await withIndexModes(g,a,n),hidden:p.filter(({path:e,mode:t})=>t.startsWith("100")&&w.has(e))}}const tree_isFile=({kind:e,obstacle:t})=>e==="file"&&t===undefined
async function withIndexModes(e,{clean:t,assumed:n},{settings:s}){if(!/^(?:false|no|off|0)$/i.test((await s()).get("core.filemode")??""))return e
const r=new Map(t.map(({path:e,executable:t})=>[e,t]))
for(const{path:e,mode:t}of n)r.set(e,t==="100755")
return e.map(e=>({...e,executable:r.get(e.path)??e.executable}))}async function skippedEntry(e,{path:t,mode:n,oid:s},r,i){const a=await look(e,t)
if(a.length>0)return a
const o={path:t,executable:n==="100755",oid:s,obstacle:"skipped"}
if(n==="120000"){const e=await i(["cat-file","blob",s])
if(e!==undefined)return[{...o,kind:"symlink",target:e}]
return[{path:t,kind:"other",executable:false,unreadable:`git has no object ${s}`}]}if(r.has(t))return[{path:t,kind:"file",executable:o.executable,obstacle:"skipped-converted"}]
return[{...o,kind:"file"}]}async function submodule(e,t,n){const s=a.join(e,t)
const r=await(0,i.readdir)(s).catch(e=>e.code??"")
if(r==="ENOTDIR")return look(e,t)
const o={path:t,kind:"dir",executable:false}
if(typeof r==="string"||r.length===0)return[{...o,obstacle:"submodule"}]
if(!r.includes(".git"))return look(e,t)
const submoduleGit=(e,s)=>n(["-C",t,...e],s)
const c=await fromGit(s,submoduleGit,(0,u.Hj)(submoduleGit))
if(c===undefined)return look(e,t)
return[o,...withFolders(c).map(e=>({...e,path:`${t}/${e.path}`}))]}async function markPointers(e,t,n){if(n.size===0)return t
const s=(0,o.A)(m)
return Promise.all(t.map(async t=>{if(t.kind!=="file"||t.obstacle!==undefined||!n.has(t.path))return t
const r=await s(()=>isPointer(a.join(e,t.path)))
return r?{...t,obstacle:"lfs-pointer"}:t}))}const w=1024
const y=/^version https?:\/\/(?:git-lfs\.github\.com\/spec\/v1|hawser\.github\.com\/spec\/v1|git-media\.io\/v\/2)\r?\n/
async function isPointer(e){try{if((await(0,i.stat)(e)).size>=w)return false
const t=await(0,i.readFile)(e,"latin1")
return y.test(t)&&/^oid sha256:[0-9a-f]{64}\r?$/m.test(t)}catch{return false}}function withFolders({clean:e,fromDisk:t}){const n=new Map(t.map(e=>[e.path,e]))
const s=new Map([["",true]])
const r=[]
const isFolder=e=>{const t=s.get(e)
if(t!==undefined)return t
const i=n.get(e)
const a=(i===undefined||i.kind==="dir")&&isFolder((0,c.gN)(e))
if(a&&i===undefined)r.push({path:e,kind:"dir",executable:false})
s.set(e,a)
return a}
let[i,a]=["",true]
const isReal=({path:e})=>{if((0,c.wC)(e,i))return a
i=(0,c.gN)(e)
a=isFolder(i)
return a}
const o=e.filter(isReal).concat([...n.values()].filter(isReal),r)
return o.sort((e,t)=>e.path<t.path?-1:e.path>t.path?1:0)}async function look(e,t){try{const n=await(0,i.lstat)(a.join(e,t))
const s=await toEntry(e,t,n)
return s.kind==="dir"?await walk(e,t,s):[s]}catch(e){const{code:n,message:s}=e
if(n==="ENOENT"&&t.includes("\ufffd"))return[{path:t,kind:"other",executable:false,obstacle:"name"}]
if(n==="ENOENT"||n==="ENOTDIR")return[]
return[{path:t,kind:"other",executable:false,unreadable:s}]}}async function walk(e,t,n){const s=await(0,i.readdir)(a.join(e,t))
const r=await Promise.all(s.filter(e=>e!==".git").map(n=>look(e,t===""?n:`${t}/${n}`)))
return(n===undefined?[]:[n]).concat(r.flat())}async function toEntry(e,t,n){if(n.isSymbolicLink())return{path:t,kind:"symlink",executable:false,target:await(0,i.readlink)(a.join(e,t))}
const s=n.isFile()?"file":n.isDirectory()?"dir":"other"
return{path:t,kind:s,executable:s==="file"&&(n.mode&64)!==0}}async function hashEntry(e,t,n){const r={stack:[],error:void 0,hasError:false}
try{if(t.kind==="symlink")return blobId(n,Buffer.from(t.target??""))
const a=h(r,await(0,i.open)(e),true)
const{size:o}=await a.stat()
if(o<=g)return blobId(n,await a.readFile())
const c=(0,s.createHash)(n).update(`blob ${o}\0`)
for await(const e of a.createReadStream({autoClose:false}))c.update(e)
return c.digest("hex")}catch(e){r.error=e
r.hasError=true}finally{const e=p(r)
if(e)await e}}const blobId=(e,t)=>(0,s.createHash)(e).update(`blob ${t.length}\0`).update(t).digest("hex")
async function withGitFolder(e,t,n){if(!(0,r.existsSync)(a.join(t,".git")))return e
const[s,i]=await Promise.all([e,n.head()])
const o=i?.id??"no commit"
const c=[{path:".git",kind:"dir",executable:false},{path:".git/HEAD",kind:"file",executable:false,oid:o}]
const l=s.entries.findIndex(e=>e.path>".git")
const d=l<0?s.entries.length:l
return{...s,entries:s.entries.toSpliced(d,0,...c)}}}),73163:((e,t,n)=>{n.d(t,{m:()=>credentialFault,r:()=>detectCredential})
const s=[["a GitHub token",/\bgh[pousr]_[A-Za-z0-9]{20}|\bgithub_pat_[A-Za-z0-9_]{20}/],["a GitLab token",/\bgl(?:pat|cbt|dt|rt|soat)-[A-Za-z0-9_-]{15}/],["an AWS key",/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],["a Google key",/\bAIza[A-Za-z0-9_-]{30}/],["a Slack token",/\bxox[abeoprs]-[A-Za-z0-9-]{10}/],["an npm token",/\bnpm_[A-Za-z0-9]{30}/],["a PyPI token",/\bpypi-[A-Za-z0-9_-]{30}/],["a Docker token",/\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20}/],["a Stripe key",/\b[rs]k_(?:live|test)_[A-Za-z0-9]{16}/],["a Hugging Face token",/\bhf_[A-Za-z0-9]{30}/],["an API key",/\bsk-[A-Za-z0-9_-]{32}/],["a private key",/-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY/],["a signed token (JWT)",/\beyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10}/],["a password in an address",/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}:[^\s/@{}$]{1,200}@/i]]
const r=/(?:^|[._-])(?:password|passwd|passphrase|secret|token|credentials?|(?:api|access|secret|private|auth|encryption|signing)[._-]?key)$/i
function detectCredential(e){return s.find(([,t])=>t.test(e))?.[0]}function credentialFault(e,t,n){const s=detectCredential(n)
const i=r.test(t)&&n.length>=4&&!/^(?:true|false|none|null|\{\{[^}]*\}\})$/i.test(n)
if(s===undefined&&!i)return undefined
return{code:"catalog/credential",message:`${e} ${t} looks like ${s??"a credential"}`,why:`a ${e} can be read by everyone who has the image`,fix:"pass it to the build under `secrets`, and revoke this one if it is real"}}}),98810:((e,t,n)=>{n.d(t,{a:()=>loadCatalog})
var s=n(39893)
var r=n(85465)
const i=500
class Problems{#e=[]
#t=0
#n=new Set
#s=new Set
#r=new Map
add(e,t,n){this.#t++
if(!this.isFull)this.#e.push(problemOf(e,t))
if(n===undefined)return
this.#n.add(pathKey(n))
for(const e of n.keys())this.#s.add(pathKey(n.slice(0,e)))}addToService(e,t,n,s){const r=this.#r.get(e)??[]
this.#r.set(e,r)
r.push(problemOf(t,n))
this.#n.add(pathKey(s))}addPathFault(e,t,n){const[s,r]=n
if(s==="services"&&e.code==="catalog/missing-file")this.addToService(String(r),e,t,n)
else this.add(e,t,n)}ofService(e){return this.#r.get(e)??[]}isInvalid(e){return e.some((t,n)=>this.#n.has(pathKey(e.slice(0,e.length-n))))}isInvalidWithin(e){return this.isInvalid(e)||this.#s.has(pathKey(e))}get isFull(){return this.#t>i}get isEmpty(){return this.#t===0}fail(){const e=[...this.#e,...[...this.#r.values()].flat()].sort((e,t)=>(e.at?.line??0)-(t.at?.line??0)||(e.at?.column??0)-(t.at?.column??0))
if(!this.isFull)throw new r.yo(e)
const t=`more than ${i} problems; the others are not listed`
const n={code:"catalog/many",message:t,fix:"fix these first"}
throw new r.yo([...e,n])}}function pathKey(e){return JSON.stringify(e.map(String))}const problemOf=({code:e,message:t,why:n,fix:r},i)=>({code:e,message:t,...(0,s.s)({why:n,fix:r,at:i})})
var a=n(53123)
function findCycles(e){const t=new Map
const n=[]
const s=new Set
for(const r of e.keys()){if(t.has(r))continue
const i=[{name:r,next:0}]
t.set(r,"open")
for(let r=i.at(-1);r!==undefined;r=i.at(-1)){const a=e.get(r.name)?.[r.next++]
if(a===undefined){t.set(r.name,"done")
i.pop()}else if(!e.has(a)){}else if(t.get(a)==="open"){const e=i.findIndex(({name:e})=>e===a)
const t=i.slice(e).map(({name:e})=>e)
if(t.some(e=>s.has(e)))continue
for(const e of t)s.add(e)
n.push([...t,a])}else if(!t.has(a)){t.set(a,"open")
i.push({name:a,next:0})}}}return n}var o=n(57011)
var c=n(72484)
function checkReferences(e){checkNames(e)
checkPhases(e)
checkNeeds(e)
checkContexts(e)}function checkNames({source:{names:e,locate:t},problems:n}){const s=new Map
for(const r of["services","externals"]){for(const i of e(r)){const e=[r,i]
const a=s.get(i.toLowerCase())
if(a===undefined){s.set(i.toLowerCase(),{name:i,path:e})
continue}const{line:o}=t(a.path,"key")
const l=a.name===i?"is also the name of a service":`differs from ${(0,c.g$)(a.name)} only in case`
const d=`${(0,c.hD)(i)} ${l} (line ${o})`
n.add({code:"catalog/duplicate-name",message:d,fix:"rename one of them"},t(e,"key"))}}}function checkPhases({raw:e,source:t,problems:n}){const s=t.names("phases")
for(const[r,{phase:i}]of Object.entries(e.services)){if(i===undefined||s.has(i))continue
const e=["services",r,"phase"]
n.add(unknownName("phase",i,s,"add it under `phases`"),t.locate(e,"value"),e)}}function checkNeeds({raw:e,source:t,problems:n}){const s=new Set([...t.names("services"),...t.names("externals")])
const r=new Map
for(const[t,n]of Object.entries(e.services))r.set(t,resolveNeeds(e,t,n))
const i=Object.entries(e.externals??{})
for(const[e,{needs:t=[]}]of i)r.set(e,t)
const a=[...(0,o.mZ)(e),...i.map(([e,t])=>[["externals",e],t])]
for(const[r,{needs:i=[]}]of a){const[a,o=""]=r
const c=a==="services"&&e.services[o]?.planned===true
const l=[...r,"needs"]
for(const r of i){const i=needFault(e,r,s,c)
if(i===undefined)continue
const a=[...l,t.list(l).indexOf(r)]
n.add(i,t.locate(a,"value"),a)}}for(const s of findCycles(r)){const[r="",i]=s
const a=[r in e.services?"services":"externals",r,"needs"]
n.add(cycleFault("needs",s),t.locate([...a,t.list(a).indexOf(i)],"value"))}}function needFault(e,t,n,s){const{planned:r=false,run:i}=e.services[t]??{}
const a="catalog/unknown-need"
if(i==="never")return{code:a,message:`need ${(0,c.hD)(t)} never runs: it has \`run: never\``,fix:"remove `run: never` there, or the need here"}
if(n.has(t)&&(!r||s))return undefined
if(r)return{code:a,message:`need ${(0,c.hD)(t)} is only planned`,why:"a planned service has no image to run",fix:"remove the need until it is built, or add a substitute under `externals`"}
return unknownName("need",t,n,"add it under `services`, or under `externals` if it is not built here")}function resolveNeeds({phases:e,defaults:t},n,s){const r=e?.[s.phase??""]?.needs??t?.needs??[]
return s.needs??r.filter(e=>e!==n)}function checkContexts({raw:e,source:t,problems:n}){const s=t.names("services")
const r=new Map
for(const[i,{contexts:a={}}]of(0,o.mZ)(e)){const[o,l=""]=i
for(const[d,u]of Object.entries(a)){if(u.kind!=="service")continue
const{service:a}=u
if(o==="services")r.set(l,[...r.get(l)??[],a])
const f=e.services[a]?.planned===true
if(s.has(a)&&!f)continue
const h=f?{code:"catalog/unknown-service",message:`service ${(0,c.hD)(a)} is only planned`,fix:"build it first"}:{...unknownName("service",a,s,"add it under `services`"),code:"catalog/unknown-context"}
const p=[...i,"contexts",d]
n.add(h,t.locate(p,"value"),p)}}for(const[e]of r)for(const t of r.get(e)??[])if(!r.has(t))r.set(t,[])
for(const e of findCycles(r)){const[s=""]=e
n.add(cycleFault("contexts",e),t.locate(["services",s,"contexts"],"key"))}}function unknownName(e,t,n,s){const r=(0,a.h)(t,n)
const i=r===undefined?s:`did you mean ${(0,c.hD)(r)}?`
return{code:`catalog/unknown-${e}`,message:`${e} ${(0,c.hD)(t)} is not in the catalog`,fix:i}}function cycleFault(e,t){const n=t.length>12?[...t.slice(0,10),"\u2026",...t.slice(-1)]:t
const s=`${e} form a cycle: ${n.map(e=>(0,c.g$)(e)).join(" -> ")}`
return{code:"catalog/cycle",message:s,why:"none of them can come first",fix:"remove one of these references"}}var l=n(16496)
function findDockerfile(e,t){if(!/(?:^|\/)Dockerfile$/.test(e)||t.kindOf(e)!=="missing")return e
const n=e.replace(/Dockerfile$/,"dockerfile")
return t.kindOf(n)==="file"?n:e}function checkPaths({source:e,paths:t,problems:n},s,r,{context:i,dockerfile:a}){const o=["services",s]
const c=[...o,"context"]
const l=n.isInvalid(c)?undefined:pathFault(t,{what:"context",path:i,wanted:"folder"})
if(l!==undefined)n.addPathFault(l,e.locate(c,"value"),c)
const d=[...o,"dockerfile"]
if(n.isInvalid(d))return
if(r.dockerfile===undefined&&n.isInvalid(c))return
const u=i==="."?[]:[`${i}/${a}`]
const f=pathFault(t,{what:"Dockerfile",path:a,wanted:"file",suggestions:u})
if(f===undefined)return
const h=r.dockerfile===undefined?e.locate(o,"key"):e.locate(d,"value")
n.addPathFault(f,h,d)}function pathFault(e,{what:t,path:n,wanted:s,suggestions:r=[]}){const i=e.kindOf(n)
const a="catalog/missing-file"
switch(i){case s:case"unknown":return undefined
case"outside":return{code:"catalog/outside",message:`${t} ${(0,c.hD)(n)} leaves the repository`,why:"a symbolic link leads out of the catalog's folder",fix:"copy its target into the repository"}
case"missing":{const i=r.find(t=>e.kindOf(t)===s)??nearestPath(e,n,s)
const o=i===undefined?"create it, or mark the service `planned: true`":`did you mean ${(0,c.hD)(i)}?`
const l=e.howToGet?.(n)??o
return{code:a,message:`${t} ${(0,c.hD)(n)} does not exist`,fix:l}}default:{const r=s==="file"?nearestPath(e,`${n}/Dockerfile`,"file"):undefined
const o=r===undefined?`name a ${s}`:`did you mean ${(0,c.hD)(r)}?`
const l=i==="other"?"neither file nor folder":`a ${i}`
return{code:a,message:`${t} ${(0,c.hD)(n)} is ${l}`,fix:o}}}}function nearestPath(e,t,n){const s=t.split("/")
const r=[]
for(const[t,i]of s.entries()){const o=r.length===0?".":r.join("/")
const c=e.list(o)
const l=t===s.length-1
const d=l?n:"folder"
const candidates=()=>c.filter(t=>e.kindOf(o==="."?t:`${o}/${t}`)===d)
const u=c.includes(i)?i:(0,a.h)(i,candidates())??(l?onlyVariant(i,candidates()):undefined)
if(u===undefined)return undefined
r.push(u)}const i=r.join("/")
return e.kindOf(i)===n?i:undefined}function onlyVariant(e,t){const n=e.split(".",1)[0]??e
const s=t.filter(e=>e.startsWith(`${n}.`)&&!e.endsWith(".dockerignore"))
return s.length===1?s[0]:undefined}var d=n(73163)
function checkLayers({raw:e,source:t,paths:n,problems:s}){for(const[r,i]of(0,o.mZ)(e)){for(const[e,n]of[["args","build argument"],["labels","label"]]){for(const[a,o]of Object.entries(i[e]??{})){const i=(0,d.m)(n,a,o)
const c=[...r,e,a]
if(i!==undefined)s.add(i,t.locate(c,"value"),c)}}for(const[e,a]of Object.entries(i.contexts??{})){if(a.kind!=="path")continue
const i=[...r,"contexts",e]
const o=pathFault(n,{what:"context",path:a.path,wanted:"folder"})
if(o!==undefined)s.addPathFault(o,t.locate(i,"value"),i)}for(const e of i.secrets??[]){if(e.from!=="file"||n.kindOf(e.file)!=="outside")continue
const i=t.list([...r,"secrets"]).findIndex(t=>(0,l.Ag)(t)?.id===e.id)
const a=pathFault(n,{what:"secret file",path:e.file,wanted:"file"})
if(a!==undefined)s.add(a,t.locate([...r,"secrets",i,"file"],"value"))}}}var u=n(9802)
var f=n(91736)
function mergeSettings(e){const t=e.filter(e=>e!==undefined)
const n=mergeRunners(t)
return{platforms:[...new Set(last(t,"platforms")??["linux/arm64"])],...Object.keys(n).length>0&&{runners:n},...(0,s.s)({ttl:last(t,"ttl")}),tags:last(t,"tags")??["type=sha,prefix="],floating:last(t,"floating")??["type=raw,value=latest"],...(0,s.s)({flavor:last(t,"flavor")}),labels:mergeMaps(t.map(e=>e.labels)),...last(t,"created")==="commit"&&{created:"commit"},...last(t,"compression")==="zstd"&&{compression:"zstd"},...(0,s.s)({rewriteTimestamp:last(t,"rewrite_timestamp")}),args:mergeMaps(t.map(e=>e.args)),secrets:last(t,"secrets")??[],...(0,s.s)({ssh:last(t,"ssh")}),contexts:mergeMaps(t.map(e=>e.contexts)),env:mergeMaps(t.map(e=>e.env)),hardening:mergeHardening(t),verify:mergeVerify(t),policy:mergePolicy(t),...mergeLint(t)}}function mergeTiming(e){const t=mergeMaps(e)
return{startPeriod:t.start_period??u.QP.startPeriod,interval:t.interval??u.QP.interval,timeout:t.timeout??u.QP.timeout,retries:t.retries??u.QP.retries,successes:t.successes??u.QP.successes,stable:t.stable??u.QP.stable,stopGracePeriod:t.stop_grace_period??u.QP.stopGracePeriod,wrongAnswerPeriod:t.wrong_answer_period??u.QP.wrongAnswerPeriod,...(0,s.s)({deadline:t.deadline})}}function mergeRunners(e){const t=e.flatMap(({runners:e})=>Object.entries(e??{}))
return Object.fromEntries(t.map(([e,t])=>{const n=(0,f.e4)(e)
return[n.ok?n.value:e,t]}))}function mergeHardening(e){const t=Object.assign({},...e.map(e=>(0,s.s)(e.hardening??{})))
return{readOnly:t.read_only??true,tmpfs:t.tmpfs??["/tmp"],capDrop:t.cap_drop??["ALL"],noNewPrivileges:t.no_new_privileges??true,memory:t.memory??2**30,pids:t.pids??512}}function mergePolicy(e){const t={smoke:"required",verify:"required",hardening:"required",stop:"warn"}
return Object.assign(t,...e.map(e=>(0,s.s)(e.policy??{})))}function mergeVerify(e){const t=Object.assign({},...e.map(e=>(0,s.s)(e.verify??{})))
const{user:n,max_size:r,max_growth:i,labels:a=[],base:o,files:c,imports:l,allow:d}=t
const u=mergeMaps(e.map(e=>e.verify?.checks))
return{...(0,s.s)({user:n,maxSize:r,maxGrowth:i}),labels:a,...(0,s.s)({base:o,files:c,imports:l,allow:d}),...Object.keys(u).length>0&&{checks:u}}}function mergeLint(e){const t=mergeMaps(e.map(e=>e?.lint?.rules))
return Object.keys(t).length>0?{lint:{rules:t}}:{}}function last(e,t){return e.findLast(e=>e[t]!==undefined)?.[t]}function mergeMaps(e){return Object.assign({},...e.map(e=>(0,s.s)(e??{})))}const h=[[200,399]]
const p=["port","method","headers","status","body","body_matches","json"]
const m={path:["grpc_service"],tcp:[...p,"grpc_service","negative"],grpc:p,command:[...p,"grpc_service","negative"],healthcheck:[...p,"grpc_service","negative"]}
function resolveHealthSettings({run:e,health:t,ports:n},s){const r=typeof t==="object"&&kindsOf(t).length===0&&p.every(e=>t[e]===undefined)
if(t!==undefined&&!(r&&(e==="job"||n.length===0))){if(e===undefined)return{health:resolveHealth(t,n,s)}
const r=e==="job"?"a job has a health check, but its exit code is its health":"a service with `run: never` has a health check"
return{health:wrong(r,"remove `health`, or `run`")}}const i=[...s,...typeof t==="object"?[t]:[]]
return i.some(e=>e!==undefined)?{timing:mergeTiming(i)}:{}}const kindsOf=e=>["path","tcp","grpc","command","healthcheck"].filter(t=>e[t]!==undefined)
function resolveHealth(e,t,n){const r=typeof e==="string"?{path:e}:e
const i=mergeTiming([...n,r])
const a=kindsOf(r)
const[o]=a
if(o===undefined)return wrong("health names no check","add `path: /health`, `tcp: 6379`, `grpc: 50051`, `command: [program]` or `healthcheck: true`")
if(a.length>1)return wrong(`health has ${a.join(" and ")}`,"keep one of them")
const l=m[o].filter(e=>r[e]!==undefined)
if(l.length>0)return wrong(`health has ${(0,c.uy)(l)}, which a check by ${o==="path"?"HTTP":o} does not use`,`remove it, or ${o}`)
const d=r.negative??true
if(r.tcp!==undefined)return{kind:"tcp",port:r.tcp,timing:i}
if(r.grpc!==undefined)return{...{kind:"grpc",port:r.grpc,negative:d,timing:i},...(0,s.s)({service:r.grpc_service})}
if(r.command!==undefined)return{kind:"command",command:r.command,timing:i}
if(r.healthcheck!==undefined)return{kind:"healthcheck",timing:i}
const u=r.port??t.find(({protocol:e})=>e==="tcp")?.container
if(u===undefined)return wrong("health has no port","add `port:` to it, or `ports:` to the service")
return{kind:"http",path:r.path??"/",port:u,method:r.method??"GET",headers:r.headers??{},status:r.status??h,...(0,s.s)({body:r.body,bodyMatches:r.body_matches,json:r.json}),negative:d,timing:i}}function wrong(e,t){return{code:"catalog/health",message:e,fix:t}}var g=n(88153)
var w=n(69044)
function resolveImageName({raw:e,registry:t,source:n,problems:r},i,{image:a,phase:o}){const c=["services",i]
const l=a===undefined?["image"]:[...c,"image"]
if(r.isInvalid([...c,"image"])||r.isInvalid(["image"]))return undefined
const d=a??e.image??"{{name}}"
if(o===undefined&&/\{\{\s*phase\s*\}\}/.test(d)){const e=`the image name uses {{phase}}, but ${i} has no phase`
const t=n.locate(a===undefined?c:l,"key")
r.add({code:"catalog/template",message:e,fix:"give it a phase or its own `image`"},t)
return undefined}const u=(0,g.ou)(d,{name:i,project:e.project,...(0,s.s)({phase:o?.toLowerCase()})})
const f=(0,w["if"])(u)
if(!f.ok){if(!r.isInvalid(c))r.add(f.fault,n.locate(l,"value"),l)
return undefined}const{host:h=e.registry??"docker.io",path:p}=f.value
return{image:`${t??h}/${p}`,declaredImage:`${h}/${p}`}}function resolveCopies({raw:e,registry:t,source:n,problems:s},r,{copies:i,phase:a=""},o){if(t!==undefined)return{}
const c=i??e.phases?.[a]?.copies??e.defaults?.copies??[]
const l=c.flatMap(t=>{const i=(0,g.ou)(t,{name:r,project:e.project,phase:a.toLowerCase()})
const o=(0,w["if"])(i)
if(o.ok)return[`${o.value.host??"docker.io"}/${o.value.path}`]
s.add(o.fault,n.locate(["services",r],"key"))
return[]})
const d=[...new Set(l)].filter(e=>e!==o)
return d.length===0?{}:{copies:d}}function checkUniqueImages({source:e,problems:t},n){const s=new Map
for(const r of n){const n=r.copies?.find(e=>s.has(e))
const i=s.get(r.image)??(n===undefined?undefined:s.get(n))
if(i===undefined){for(const e of[r.image,...r.copies??[]])s.set(e,r)
continue}const a=(0,c.hD)(n??r.image)
const o=`${r.name} and ${i.name} (line ${i.at.line}) have the same image, ${a}`
const l="each would overwrite the other's tags"
const d="use {{name}} in `image`, or give one of them its own `image`"
const u=e.locate(["services",r.name,"image"],"value")
t.add({code:"catalog/duplicate-image",message:o,why:l,fix:d},u)}}function resolveCatalog(e){const{raw:t,source:n,problems:r}=e
const i=Object.entries(t.services)
checkLayers(e)
const a=i.filter(([e,t])=>t.planned!==true&&!r.isInvalid(["services",e,"planned"])).flatMap(([t,n])=>resolveService(e,t,n)??[])
checkUniqueImages(e,a)
return{project:t.project,network:{name:t.network?.name??t.project,...(0,s.s)({subnet:t.network?.subnet})},registry:e.registry??t.registry??"docker.io",...(0,s.s)({imageTemplate:t.image,publishOn:t.publish_on}),...t.reuse&&{reuse:{...(0,s.s)({from:t.reuse.from}),keys:t.reuse.key??[]}},...mergeLint([t.defaults]),phases:phasesOf(e),services:a,planned:i.filter(([,e])=>e.planned===true).map(([e,{title:t,phase:r}])=>{const i=n.locate(["services",e],"key")
return{name:e,title:t??titleOf(e),...(0,s.s)({phase:r}),at:i}}),externals:Object.entries(t.externals??{}).map(([t,n])=>resolveExternal(e,t,n))}}function phasesOf({raw:e,source:t}){return Object.entries(e.phases??{}).map(([e,{title:n}])=>({id:e,title:n??e,at:t.locate(["phases",e],"key")})).sort(({at:e},{at:t})=>(e.line??0)-(t.line??0)||(e.column??0)-(t.column??0)).map(({id:e,title:t})=>({id:e,title:t}))}function resolveService(e,t,n){const{source:r,problems:i,paths:a}=e
const{defaults:o,phases:c}=e.raw
const l=["services",t]
const d=c?.[n.phase??""]
const{health:u,...f}=n
const h=resolveImageName(e,t,n)
const p=n.context??"."
const m=findDockerfile(n.dockerfile??(p==="."?"Dockerfile":`${p}/Dockerfile`),a)
checkPaths(e,t,n,{context:p,dockerfile:m})
const g=i.ofService(t)
const{description:w,target:y,run:v,command:k,ports:x=[]}=n
const b=checkedHealth(e,l,{...n,ports:x},[o?.health,d?.health])
if(b===undefined||h===undefined)return undefined
return{name:t,title:n.title??titleOf(t),...(0,s.s)({description:w,phase:n.phase}),...h,dockerfile:m,context:p,...(0,s.s)({target:y}),...mergeSettings([o,d,f]),...(0,s.s)({run:v,command:k}),ports:x,...b,...resolveCopies(e,t,n,h.image),needs:[...new Set(resolveNeeds(e.raw,t,n))],...g.length>0&&{problems:g},at:r.locate(l,"key")}}function resolveExternal(e,t,{image:n,run:r,command:i,env:a={},ports:o=[],health:c,needs:l=[]}){const d=["externals",t]
return{name:t,image:n,...(0,s.s)({run:r,command:i}),env:a,ports:o,...checkedHealth(e,d,{run:r,health:c,ports:o},[e.raw.defaults?.health]),needs:[...new Set(l)],at:e.source.locate(d,"key")}}function checkedHealth({source:e,problems:t},n,r,i){const{timing:a,health:o}=resolveHealthSettings(r,i)
if(o===undefined||!("code"in o))return(0,s.s)({health:o,timing:a})
const c=[...n,"health"]
if(!t.isInvalidWithin([...n,"ports"])&&!t.isInvalidWithin(c))t.add(o,e.locate(c,"key"),c)
return undefined}function titleOf(e){return e.replaceAll(/(^|[-_.]+)([a-z0-9])/g,(e,t,n)=>t===""?n.toUpperCase():` ${n.toUpperCase()}`)}var y=n(51646)
var v=n(38815)
const k=1024*1024
const x=25e4
const b=64
class UnreadableYaml extends Error{fault
offset
constructor(e,t){super(e.message)
this.fault=e
this.offset=t}}function*readTokens(e){const t={code:"catalog/too-large",message:"the catalog is too large",fix:"split it"}
if(e.length>k)throw new UnreadableYaml(t,0)
const n=(0,c.tO)(e.replace(/^\ufeff/," "))
if(n!==undefined)throw new UnreadableYaml(illegalCharacter(e.slice(n,n+2)),n)
const s=new v.iX
const r=new Depth
let i=0
let a=0
for(const n of(new v.JG).lex(e)){if(++i>x)throw new UnreadableYaml(t,a)
const e=$.has(n)?0:n.length
if(r.after(n,e)>b)throw new UnreadableYaml({code:"catalog/too-deep",message:`nested more than ${b} levels deep`},a)
a+=e
yield*s.next(n)}yield*s.end()}const $=new Set(["\x02","\x18","\x1f"])
class Depth{#i=0
#a=0
#o=0
#c=true
#l=[]
after(e,t){const n=e.lastIndexOf("\n")
if(e==="["||e==="{")this.#i++
else if(e==="]"||e==="}")this.#i--
else if(e==="-"||e==="?"||e===":")this.#a++
if(this.#c&&this.#i===0&&t>0&&!/^\s*(?:#|$)/.test(e)){while((this.#l.at(-1)??-1)>=this.#o)this.#l.pop()
this.#l.push(this.#o)
this.#c=false}if(n<0)this.#o+=t
else{this.#o=t-n-1
this.#a=0
this.#c=true}return Math.max(this.#i,this.#l.length,this.#i===0?this.#a:0)}}function illegalCharacter(e){if(e.startsWith("\ufffd"))return{code:"catalog/character",message:"the file is not UTF-8 here",fix:"save it as UTF-8"}
const t=`invisible character ${(0,c.yb)(e)}`
return{code:"catalog/character",message:t,why:"it can make a text look like another one",fix:"remove it"}}const O=2e4
function readYaml(e,t,n){const s=new v.HN
addLines(s,t)
const place=t=>{const{line:n,col:r}=s.linePos(t)
return{file:e,line:Math.max(1,n),column:Math.max(1,r)}}
const stop=(e,t)=>{n.add(e,place(t))
return undefined}
let r
try{r=compose(t)}catch(e){if(e instanceof UnreadableYaml)return stop(e.fault,e.offset)
throw e}for(const{code:e,message:s,pos:i}of[...r.errors,...r.warnings]){n.add(syntaxFault(e,s),place(Math.min(i[0],t.length)))}if(r.errors.length>0)return undefined
if(r.contents===null||(0,v.jn)(r.contents)&&r.contents.value===null)return stop({code:"catalog/empty",message:"the catalog is empty",fix:"start with `version: 1`"},0)
const i=new Reader(n,e=>place(e.range?.[0]??0))
const a=i.read(r.contents)
return{value:a,locate:locator(r.contents,i,place)}}function compose(e){const t=new v.Dk({schema:"core",version:"1.2",uniqueKeys:false})
const{stackTraceLimit:n}=Error
Error.stackTraceLimit=0
let s
try{s=[...t.compose(readTokens(e),true,e.length)]}finally{Error.stackTraceLimit=n}const[r,i]=s
if(r===undefined)throw new TypeError("the composer gave no document")
if(i!==undefined)r.errors.push(new v.XT([i.range[0],i.range[0]],"MULTIPLE_DOCS","a second document"))
return r}class Reader{aliases=new Map
#d=new Map
#u=new Set
#e
#f
#h=0
#p=0
constructor(e,t){this.#e=e
this.#f=t}read(e){if(e===null)return null
if((0,v.Vj)(e))return this.#m(e,e.source)
if(this.#h>0)this.#p++
const t=e.anchor
if(t!==undefined&&this.#h===0)this.#d.set(t,e)
if((0,v.jn)(e))return this.#g(e)
this.#u.add(e)
const n=(0,v.jh)(e)?this.#w(e):(0,v.oP)(e)?this.#y(e.items):undefined
this.#u.delete(e)
return n}#g(e){const t=typeof e.value==="string"&&e.type==="QUOTE_DOUBLE"?(0,c.tO)(e.value):undefined
if(t!==undefined)this.#v(illegalCharacter(String(e.value).slice(t)),e)
return plain(e.value,e.type==="PLAIN"?e.source:undefined)}#y(e){return e.map(e=>this.read((0,v.tO)(e)?null:e))}#w(e){const t={}
const n=new Map
for(const{key:s,value:r}of e.items){const e=keyText(s)
const i=s
if((0,v.jn)(s))this.#g(s)
if(e===undefined){this.#v({code:"catalog/key",message:"a key must be a string",fix:"put the key in quotes"},i)
continue}const a=n.get(e)
if(a!==undefined){const{line:t}=this.#f(a)
const n="the first value would be lost silently"
const s=`duplicate key ${(0,c.g$)(e)}, first in line ${t}`
this.#v({code:"catalog/duplicate-key",message:s,why:n,fix:"remove or rename one"},i)
continue}n.set(e,i)
if(e==="__proto__"){this.#v({code:"catalog/key",message:"__proto__ cannot be a key",fix:"choose another name"},i)
continue}t[e]=this.read(r)}return t}#m(e,t){const n=this.#d.get(t)
if(n===undefined){this.#v({code:"catalog/alias",message:`alias *${(0,c.g$)(t)} has no anchor before it`},e)
return null}this.aliases.set(e,n)
if(this.#u.has(n)){this.#v({code:"catalog/alias",message:`alias *${(0,c.g$)(t)} contains itself`},e)
return null}if(this.#p>O)return null
this.#h++
const s=this.read(n)
this.#h--
if(this.#p>O&&this.#h===0){const t="the aliases of this file expand to too many nodes"
const n="use `defaults` and `phases` instead of anchors"
this.#v({code:"catalog/alias",message:t,fix:n},e)}return s}#v(e,t){if(this.#h===0)this.#e.add(e,this.#f(t))}}function plain(e,t){if(typeof e==="bigint")return t??String(e)
if((typeof e==="number"||typeof e==="boolean")&&t!==undefined)return String(e)===t?e:t
return e}function keyText(e){if(!(0,v.jn)(e))return undefined
if(typeof e.value==="string")return e.value
return e.value===null?undefined:e.source??String(e.value)}function locator(e,{aliases:t},n){const s=new Map
const entries=e=>{const t=s.get(e)
if(t!==undefined)return t
const n=new Map
for(const{key:t,value:s}of e.items){const e=keyText(t)
if(e!==undefined&&!n.has(e))n.set(e,{key:t,value:s})}s.set(e,n)
return n}
return(s,r)=>{let i=e
let a=start(e,0)
for(const[e,n]of s.entries()){if(i!==null&&(0,v.Vj)(i))i=t.get(i)??null
let o
let c
if(i!==null&&(0,v.jh)(i)){const e=entries(i).get(String(n));[o,c]=[e?.key,e?.value]}else if(i!==null&&(0,v.oP)(i)){c=i.items[Number(n)]}if(o===undefined&&c===undefined)break
const l=o!==undefined&&(r==="key"||c==null||!hasText(c))&&e===s.length-1
a=l?start(o,a):start(c,start(o,a))
i=c??null}return n(a)}}const start=(e,t)=>e?.range?.[0]??t
function hasText(e){return e.range===undefined||e.range===null||e.range[1]>e.range[0]}function addLines(e,t){e.addNewLine(0)
for(let n=t.indexOf("\n");n>=0;n=t.indexOf("\n",n+1))e.addNewLine(n+1)}function syntaxFault(e,t){const n=t.split("\n",1)[0]??t
const s={TAB_AS_INDENT:["tab in the indentation","indent with spaces"],MULTIPLE_DOCS:["a second document starts here","keep one catalog per file, without `---` lines"],TAG_RESOLVE_FAILED:[`unknown YAML tag: ${(0,c.g$)(n)}`,"remove the tag"]}
const[r,i]=s[e]??[`invalid YAML: ${(0,c.g$)(n)}`,undefined]
return{code:"catalog/syntax",message:r,fix:i}}function loadCatalog({file:e,text:t,root:n,paths:r,registry:i}){const a=new Problems
const c=i===undefined?undefined:(0,w.l5)(i)
if(c?.ok===false)a.add({...c.fault,message:`option registry: ${c.fault.message}`},undefined)
const l=c?.ok?c.value:undefined
const d=readYaml(e,t,a)
const u=d&&(0,y.t)(d,a)
if(d===undefined||u===undefined)return a.fail()
const f={raw:u,source:(0,o.V0)(d),paths:r,...(0,s.s)({registry:l}),problems:a}
checkReferences(f)
const h=resolveCatalog(f)
if(!a.isEmpty)a.fail()
return{version:1,file:e,root:n,...h}}}),57011:((e,t,n)=>{n.d(t,{V0:()=>catalogSource,mZ:()=>settingsLayers,nk:()=>r})
var s=n(51646)
const r={kindOf:()=>"unknown",list:()=>[]}
function catalogSource({value:e,locate:t}){const names=t=>new Set(Object.keys((0,s.f)(e,[t])??{}))
const n={services:names("services"),externals:names("externals"),phases:names("phases")}
return{locate:t,names:e=>n[e],list:t=>{const n=(0,s.f)(e,t)
return Array.isArray(n)?n:[]}}}function settingsLayers({defaults:e,phases:t,services:n}){const entries=(e,t={})=>Object.entries(t).map(([t,n])=>[[e,t],n])
const s=e===undefined?[]:[[["defaults"],e]]
return[...s,...entries("phases",t),...entries("services",n)]}}),51646:((e,t,n)=>{n.d(t,{t:()=>validate,f:()=>valueAt})
var s=n(53123)
var r=n(12311)
var i=n(51531)
var a=n(91736)
function parseBranchPattern(e){const wrong=t=>(0,a.w8)(e,"a branch",{code:"catalog/branch",why:t,fix:'write "release/*"'})
if(e.startsWith("refs/"))return wrong("it is a full ref")
if(e.length>255||!/^[\w*][\w./*+@#-]*$/.test(e)||e.includes("..")||e.endsWith("/"))return wrong("a branch consists of letters, digits and . _ / + @ # -, and a pattern also of *")
return(0,a.rZ)(e)}var o=n(69044)
var c=n(77598)
const l=8e3
const d=/^-----BEGIN PUBLIC KEY-----\n(?:[A-Za-z0-9+/=]+\n)+-----END PUBLIC KEY-----\n$/
const u="write the text of `cosign.pub`, or of `openssl pkey -pubout`: it begins with -----BEGIN PUBLIC KEY-----"
function parsePublicKey(e){const wrong=e=>(0,a.Gq)({code:"catalog/public-key",fix:u,...e})
if(/PRIVATE KEY/.test(e))return wrong({message:"this is a private key, and a catalog is public",why:"with it, anyone can sign images as this repository",fix:"remove it and make a new pair, since it may be in the git history; write the public key here"})
const t=`${e.replaceAll("\r\n","\n").replace(/[ \t]+$/gm,"").trim()}\n`
if(t.split("-----BEGIN ").length>2)return wrong({message:"several keys in one text",fix:"write them as a list, one key per item"})
if(e.length>l||!d.test(t))return wrong({message:"this is not a public key as PEM text"})
try{(0,c.createPublicKey)(t)
return(0,a.rZ)(t)}catch{return wrong({message:"this is not a public key",why:"its content between BEGIN and END cannot be read"})}}var f=n(88532)
var h=n(25921)
var p=n(17240)
var m=n(72484)
function parsedText(e){return r.YjP().transform((t,n)=>parseInto(e,t,n))}function parsedOrNumber(e){return r.KCZ([r.YjP(),r.aig()]).transform((t,n)=>parseInto(e,String(t),n))}function parseInto(e,t,n){const s=e(t)
if(s.ok)return s.value
n.addIssue({code:"custom",message:s.fault.message,params:{fault:s.fault}})
return f.tm}function templateParser(e){return t=>{const n=(0,o.BU)(t,e)
return n===undefined?a.rZ(t):a.Gq(n)}}const nonEmptyText=e=>e.trim()===""?a.Gq({code:"catalog/value",message:"empty string",fix:"write a value, or remove the key"}):a.rZ(e)
const singleLine=e=>/[\n\r]/.test(e)?a.Gq({code:"catalog/value",message:`${(0,m.hD)(e)} contains a line break`,fix:"write it on one line"}):nonEmptyText(e)
const g=(0,o.xQ)("an environment variable",/^[A-Za-z_][A-Za-z0-9_.-]*$/,"LOG_LEVEL")
function reservedVariableFault(e){const t=(0,h.Ip)(e)
if(t===undefined)return undefined
return{code:"catalog/reserved",message:`no build may read ${(0,m.hD)(e)}, a variable of ${t}`,why:"a Dockerfile could copy its value into the image",fix:"name a variable of your own, and give it the value that the build needs"}}const readableVariable=e=>{const t=reservedVariableFault(e)
return t===undefined?g(e):a.Gq(t)}
const parseSecretFile=e=>{const t=(0,o.Rr)(e)
if(!t.ok||!(0,p.D)(t.value))return t
return a.Gq({code:"catalog/reserved",message:`no build may read ${(0,m.hD)(e)} as a secret`,why:"git keeps the job's token in it, and a Dockerfile could copy that into the image",fix:"name a file of your own"})}
const w=(0,o.xQ)("an SSH agent",/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,"default")
const y=(0,o.xQ)("a secret",/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,"npm_token")
const v=r.KCZ([r.YjP(),r.aig(),r.zMY()]).transform(String)
const k=r.KCZ([r.YjP(),r.aig(),r.zMY()]).transform((e,t)=>parseInto(templateParser(),String(e),t))
function mapWithKeys(e,t){return r.g1P(r.YjP(),t).superRefine((t,n)=>{if(typeof t!=="object"||t===null||Array.isArray(t))return
for(const s of Object.keys(t)){const t=e(s)
if(t.ok)continue
const r={fault:t.fault,at:"key"}
n.addIssue({code:"custom",message:t.fault.message,path:[s],params:r})}},{when:()=>true})}const oneOf=e=>parsedText(a.IM(e)).meta({enum:e})
const x=r.vkY(e=>e==="True"||e==="TRUE"?true:e==="False"||e==="FALSE"?false:e,r.zMY())
const b=r.aig().int().min(1)
const optional=(e,t,n={})=>e.optional().meta({description:t,...n})
const $=parsedText(a.E9)
const O={start_period:optional($,"Failures within this time after the start do not count.",{default:"60s",examples:["90s"]}),interval:optional($,"Time between two attempts.",{default:"1s",examples:["500ms"]}),timeout:optional($,"Time limit of one attempt.",{default:"5s",examples:["10s"]}),retries:optional(b,"Failed attempts after the start period that make the service unhealthy.",{default:3,examples:[5]}),successes:optional(b,"Successive good answers that make the service healthy.",{default:2,examples:[3]}),stable:optional($,"Time from the start that the container must stay up without a restart. It must answer again at the end.",{default:"1s",examples:["10s"]}),stop_grace_period:optional($,"Time to exit after SIGTERM, in whole seconds. Then the container is killed.",{default:"10s",examples:["30s"]}),wrong_answer_period:optional($,"Time that a running server may give the same wrong answer (404, but not 5xx, 408, 425 or 429). Then the service fails, once the start period is over, regardless of `retries`.",{default:"15s",examples:["5s"]}),deadline:optional($,"Time limit from the container's start until it is healthy, regardless of the other keys. Without it, the start period plus the time of the retries.",{examples:["2m"]})}
const P=r.rej(O)
const S=r.KCZ([parsedOrNumber(a.i$).transform(e=>[e]),r.YOg(parsedOrNumber(a.i$)).min(1)])
const E=r.rej({path:optional(parsedText(a.fj),"HTTP path to request. The host is always the container itself.",{examples:["/health"]}),port:optional(parsedOrNumber(a.Qu),"Container port for the request. Without it, the first TCP port of `ports`.",{examples:[8080]}),method:optional(oneOf(["GET","HEAD","POST"]),"HTTP method: GET, HEAD or POST.",{default:"GET"}),headers:optional(mapWithKeys(a.iT,v.transform((e,t)=>parseInto(singleLine,e,t))),"Request headers.",{examples:[{Accept:"application/json"}]}),status:optional(S,"HTTP statuses that count as healthy: one, a range, or a list.",{default:"200-399",examples:[200,"200-299",[200,204]]}),body:optional(r.YjP().min(1),"Text that the response must contain.",{examples:["healthy"]}),body_matches:optional(parsedText(a.lS),"Regular expression that the response must match, in JavaScript's syntax without lookaheads and back-references; `(?i:...)` ignores case.",{examples:["^\\s*ok\\b"]}),json:optional(parsedText(a.Ug),"Condition on the JSON response: a path, or a path compared with a value. `[*]` is every item of a list.",{examples:['$.status == "healthy"',"$.checks[*].up","$.peers >= 1"]}),negative:optional(x,"Also checks that a path (or gRPC service) that cannot exist does not look healthy. `false` for a service that answers every path.",{default:true}),tcp:optional(parsedOrNumber(a.Qu),"Instead of HTTP: this port must accept a connection.",{examples:[6379]}),grpc:optional(parsedOrNumber(a.Qu),"Instead of HTTP: the gRPC server on this port must answer SERVING (gRPC health protocol v1).",{examples:[50051]}),grpc_service:optional(parsedText(a.xp),"gRPC service to check. Without it, the whole server.",{examples:["lucid.Chain"]}),healthcheck:optional(r.euz(true),"Instead of HTTP: the image's own HEALTHCHECK decides. Without this key, the HEALTHCHECK is an additional check.",{examples:[true]}),command:optional(r.YOg(r.YjP()).min(1),"Instead of HTTP: this program, run in the container without a shell, must exit with 0.",{examples:[["redis-cli","ping"]]}),...O})
const j=r.KCZ([parsedText(a.fj),E])
var A=n(39893)
var T=n(20108)
var I=n(48285)
var Y=n(11655)
var C=n(23600)
const M=C.x.map(({id:e})=>e)
const D=a.vq(M,{code:"catalog/unknown-check",what:"check",page:"docs/verify.md"})
function parseGrowth(e){const t=/^(\d{1,4})%$/.exec(e)?.[1]
if(t!==undefined)return a.rZ({kind:"share",most:Number(t)/100})
const n=a.DB(e)
if(n.ok)return a.rZ({kind:"bytes",most:n.value})
const s='write it as in "25%" or "20mb"'
return a.Gq({code:"catalog/size",message:`${(0,m.hD)(e)} is neither a percentage nor a size`,fix:s})}const L=parsedText(e=>/^\/[^\0\n\r]*$/.test(e)?a.rZ(e):a.Gq({code:"catalog/value",message:`${(0,m.hD)(e)} is not an absolute path`,fix:'write it as in "/app/main.py"'}))
const _=r.rej({user:optional(parsedOrNumber(a.tN),"Numeric user, or user and group, that the image must run as. Without it, 65532:65532 if the base image is distroless.",{examples:["65532:65532"]}),max_size:optional(parsedOrNumber(a.DB),"Maximum compressed size of the image.",{examples:["200mb"]}),max_growth:optional(parsedOrNumber(parseGrowth),"How much larger than the published image it may be: a percentage or a size.",{default:"25%",examples:["10%"]}),labels:optional(r.YOg(parsedText((0,o.xQ)("a label",/^[A-Za-z0-9][A-Za-z0-9._/-]*$/,"org.opencontainers.image.revision"))),"Labels that the image must have, with a value.",{examples:[["org.opencontainers.image.revision"]]}),base:optional(r.YOg(parsedText((0,o.xQ)("an image",/^[A-Za-z0-9*][A-Za-z0-9*._:/@-]*$/,"gcr.io/distroless/*"))).min(1),"Allowed base images, directly or through other services of the catalog. `*` matches any text without a slash, `**` any text. `scratch` is a valid entry.",{examples:[["gcr.io/distroless/*"]]}),files:optional(r.YOg(L),"Paths that must be in the image.",{examples:[["/app/controller/main.py"]]}),imports:optional(r.YOg(parsedText((0,o.xQ)("a Python module",/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/,"controller.main"))),"Python modules that must import in a container of the image, without network.",{examples:[["controller.main"]]}),allow:optional(r.YOg(L),"Paths, with the wildcards of `base`, where shells, package managers, foreign binaries and secrets are allowed.",{examples:[["/opt/firmware/**"]]}),checks:optional(mapWithKeys(D,oneOf(["error","warning","off"])),"Level of a check by its id (docs/verify.md): `error` stops the publication, `warning` is only reported.",{examples:[{healthcheck:"off","no-shell":"error"}]})})
const R=r.KCZ([parsedText(e=>{const t=y(e)
return t.ok?readableVariable(e):t}).transform(e=>({id:e,from:"env",env:e})),r.rej({id:parsedText(y).meta({description:"Id that the Dockerfile mounts.",examples:["npm_token"]}),env:optional(parsedText(readableVariable),"Environment variable that holds the value.",{examples:["NPM_TOKEN"]}),file:optional(parsedText(parseSecretFile),"File in the repository that holds the value.",{examples:["secrets/npm"]})}).transform(({id:e,env:t,file:n},s)=>{if(t!==undefined&&n!==undefined){const t={code:"catalog/value",message:`secret ${e} has both env and file`,fix:"keep one of them"}
s.addIssue({code:"custom",message:t.message,params:{fault:t}})
return f.tm}if(n!==undefined)return{id:e,from:"file",file:n}
const r=t===undefined?reservedVariableFault(e):undefined
if(r!==undefined){s.addIssue({code:"custom",message:r.message,path:["id"],params:{fault:r}})
return f.tm}return{id:e,from:"env",env:t??e}})])
const N=r.KCZ([parsedText(w).transform(e=>({id:e})),r.rej({id:parsedText(w).meta({description:"Id that the Dockerfile mounts.",examples:["github"]}),env:optional(parsedText(readableVariable),"Environment variable that holds the path of an agent's socket, or of a private key.",{examples:["DEPLOY_SSH_AUTH_SOCK"]})}).transform(({id:e,env:t})=>({id:e,...(0,A.s)({env:t})}))])
const z=r.YjP().transform((e,t)=>{const n=/^([a-z-]+):(?:\/\/)?(.*)$/s.exec(e)
switch(n?.[1]){case"target":return{kind:"service",service:parseInto(o.qE,n[2]??"",t)}
case"docker-image":return{kind:"image",ref:parseInto(o.o_,n[2]??"",t)}
case"http":case"https":case"git":if(/^(?:https?|git):\/\/[^\s-][^\s]*$/.test(e))return{kind:"url",url:e}}return{kind:"path",path:parseInto(o.Rr,e,t)}})
const F=r.rej({read_only:optional(x,"Mounts the container's root file system read-only.",{default:true}),tmpfs:optional(r.YOg(parsedText(e=>/^\/[^\s,:]*(?::[a-z0-9=,]+)?$/.test(e)?a.rZ(e):a.Gq({code:"catalog/value",message:`${(0,m.hD)(e)} is not a folder`,fix:'write it as in "/tmp"'}))),"Writable folders in memory.",{default:["/tmp"]}),cap_drop:optional(r.YOg(parsedText((0,o.xQ)("a capability",/^[A-Z][A-Z_]+$/,"ALL"))),"Linux capabilities to drop.",{default:["ALL"]}),no_new_privileges:optional(x,"Programs in the container cannot gain privileges.",{default:true}),memory:optional(parsedOrNumber(a.DB),"Memory limit.",{default:"1gb",examples:["256mb"]}),pids:optional(b,"Limit of processes and threads.",{default:512,examples:[100]})})
const W=r.rej({smoke:optional(oneOf(["required","advisory","off"]),"Floating tags move only if smoke passed (`required`), after smoke with any result (`advisory`), or without smoke (`off`).",{default:"required"}),verify:optional(oneOf(["required","advisory"]),"A failed check of the pushed image stops its publication (`required`) or is a warning (`advisory`).",{default:"required"}),hardening:optional(oneOf(["required","advisory"]),"A service that is healthy only without its hardening fails (`required`), or passes with a warning that says what it needs (`advisory`).",{default:"required"}),stop:optional(oneOf(["required","warn","advisory"]).transform(e=>e==="advisory"?"warn":e),"A service that does not exit within `stop_grace_period` of SIGTERM passes with a warning (`warn`) or fails (`required`). `advisory` is the old name of `warn`.",{default:"warn"}),version:optional(oneOf(["identical","relabel"]),"A release names the image that was built and smoked, and only its index has the version (`identical`), or a copy with the same layers and the version in a label (`relabel`).",{default:"identical"})})
const H=a.vq(T.Z,{code:"catalog/unknown-rule",what:"lint rule",page:"docs/lint.md"})
const B=r.rej({rules:optional(mapWithKeys(H,oneOf(["off","note","warning","error"])),"Severity of a rule by its id (docs/lint.md), or `off`.",{examples:[{"no-healthcheck":"off","mutable-base":"warning"}]})})
const G=parsedText((0,o.xQ)("a runner's label",/^[A-Za-z0-9][A-Za-z0-9 ._:+=/@-]{0,127}$/,"ubuntu-24.04-arm"))
const U=parsedText(e=>{const t=(0,I.Pe)(e)
if(t===undefined)return a.rZ(e)
const n=t.fix??'write it as in "type=sha,prefix=" (docs/tags.md)'
return a.Gq({code:"catalog/tag-rule",message:(0,m.g$)(t.message,200),why:t.why,fix:n})})
const Z=parsedText(e=>{const t=(0,Y.w)([e])
if(!("message"in t))return a.rZ(e)
const n=t.fix??'write it as in "latest=auto" or "suffix=-arm64,onlatest=true" (docs/tags.md)'
return a.Gq({code:"catalog/flavor",message:(0,m.g$)(t.message,200),why:t.why,fix:n})})
const K=optional(r.YOg(parsedText(o.qE)),"Services and externals that must be healthy before this one starts.",{examples:[["redis"]]})
const V=optional(mapWithKeys(g,v),"Environment variables of the running container.",{examples:[{LOG_LEVEL:"INFO"}]})
const q=optional(r.YOg(parsedOrNumber(a.pz)),"Ports in Compose's short form: the container's port, or host and container port.",{examples:[[8080,"8081:8080","53:53/udp"]]})
const Q={platforms:optional(r.YOg(parsedText(a.e4)).min(1),"Platforms to build for.",{default:["linux/arm64"],examples:[["linux/arm64","linux/amd64"]]}),runners:optional(mapWithKeys(e=>a.e4(e),r.KCZ([G,r.YOg(G).min(1)])),"GitHub runner for each platform: a label, or a list of all labels that a self-hosted runner must have. Without it, ubuntu-24.04-arm for linux/arm64 and ubuntu-24.04 for the others.",{examples:[{"linux/arm64":["self-hosted","raspberry-pi"]}]}),ttl:optional(parsedText(a.qZ),"Time-to-live: with `stale`, the image is rebuilt once per period, even if nothing changed (docs/nightly.md).",{examples:["7d"]}),tags:optional(r.YOg(U),"Rules for immutable tags, in the syntax of docker/metadata-action.",{default:["type=sha,prefix="],examples:[["type=sha,prefix=","type=semver,pattern={{version}}"]]}),floating:optional(r.YOg(U),"Rules for floating tags, which move to the new image after smoke.",{default:["type=raw,value=latest"],examples:[["type=raw,value=latest-arm64"]]}),flavor:optional(r.YOg(Z).min(1),"Settings for all tags, in the syntax of docker/metadata-action: whether to add a floating `latest`, and a prefix and suffix for rules without one. Without it, only the tags of the rules are written.",{examples:[["latest=auto","suffix=-arm64,onlatest=true"]]}),copies:optional(r.YOg(parsedText(templateParser(o.Qv))),"Additional names, with registries, under which each image is published with the same digest and tags. Not used when the option `registry` overrides the catalog's registry.",{examples:[["docker.io/acme/{{name}}"]]}),labels:optional(mapWithKeys((0,o.xQ)("a label",/^[A-Za-z0-9][A-Za-z0-9._/-]*$/,"com.acme.team"),k),"Labels of the image. Values may use templates such as {{name}} and {{phase}}.",{examples:[{"com.acme.service":"{{name}}"}]}),created:optional(oneOf(["fixed","commit"]),"Date that `docker images` shows under CREATED: `fixed` is 1980-02-01 for every commit, `commit` is the commit's date. docs/build.md says what `commit` costs.",{default:"fixed",examples:["commit"]}),compression:optional(oneOf(["gzip","zstd"]),"Compression of the built layers. `zstd` compresses several times faster and a little smaller; hosts need Docker 23, containerd 1.5 or newer (docs/build.md).",{default:"gzip",examples:["zstd"]}),rewrite_timestamp:optional(r.zMY(),"Whether files in layers get one fixed date, so that a step that runs again gives the same digest. BuildKit then compresses every layer at each build, which takes seconds. The default is `true` in CI (the variable `CI` is set) and `false` elsewhere (docs/build.md).",{examples:[false]}),args:optional(mapWithKeys((0,o.xQ)("a build argument",/^[A-Za-z_][A-Za-z0-9_]*$/,"VERSION"),k),"Build arguments. Values may use templates such as {{name}} and {{phase}}.",{examples:[{VERSION:"1.0.0"}]}),secrets:optional(r.YOg(R),"Build secrets: an id, read from the environment variable of the same name, from another variable, or from a file. In a workflow, `build-secrets` gives the values.",{examples:[["npm_token",{id:"pip",env:"PIP_CONF"}]]}),ssh:optional(r.YOg(N),"SSH agents for `RUN --mount=type=ssh`: `default` is the agent of SSH_AUTH_SOCK, which `ssh-keys` starts in a workflow; an environment variable names any other.",{examples:[["default",{id:"github",env:"DEPLOY_SSH_AUTH_SOCK"}]]}),contexts:optional(mapWithKeys((0,o.xQ)("a context",/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/,"shared"),z),"Named build contexts: target:SERVICE, docker-image://REFERENCE, a folder, or an http(s) or git URL.",{examples:[{shared:"libs/shared",base:"target:python-base"}]}),env:V,needs:K,hardening:optional(F,"Restrictions of the container during smoke."),verify:optional(_,"Requirements for the pushed image."),lint:optional(B,"Severities of lint rules."),policy:optional(W,"Checks that must pass before floating tags move.")}
const J=r.rej({...Q,health:optional(P,"Timing of health checks.")})
const X=parsedText(singleLine).optional()
const ee=r.rej({title:X.meta({description:"Title of the phase, shown in reports.",examples:["Core Services"]}),...J.shape})
const te=(0,o.xQ)("a phase",/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,'"1"')
const ne=r.rej({phase:optional(parsedOrNumber(te),"Phase of the service: a key of `phases`.",{examples:["3"]}),title:X.meta({description:"Title of the service, shown in reports. Without it, derived from the name.",examples:["API Gateway"]}),description:optional(parsedText(nonEmptyText),"Description in one sentence.",{examples:["Entry point of all APIs"]}),planned:optional(x,"`true` for a service without a Dockerfile yet. It counts only in the progress.",{default:false}),dockerfile:optional(parsedText(o.Rr),"Path of the Dockerfile, relative to the catalog's folder. Without it, `Dockerfile` in the context.",{examples:["services/api/Dockerfile"]}),context:optional(parsedText(o.Rr),"Build context, relative to the catalog's folder.",{default:".",examples:["services/api"]}),target:optional(parsedText((0,o.xQ)("a stage",/^[A-Za-z0-9][A-Za-z0-9._-]*$/,"runtime")),"Stage of the Dockerfile to build. Without it, the last stage.",{examples:["runtime"]}),image:optional(parsedText(templateParser(o.Qv)),"Name of the image. Overrides the catalog's `image`.",{examples:["acme/api"]}),run:optional(oneOf(["job","never"]),"`job`: the container exits by itself; exit code 0 is healthy, and services that need it start afterwards. `never`: it is not started. Without it, a service with ports or a health check is a server, one with only a command is a worker that must stay up, and a base image is not started.",{examples:["job"]}),command:optional(r.YOg(r.YjP()).min(1),"Command to run in the container. Overrides the image's CMD.",{examples:[["alembic","upgrade","head"]]}),ports:q,health:optional(j,"Health check: an HTTP path, or a map with a path, a TCP port or a command. A job or a worker has only timing here: `deadline`, `stable`, `stop_grace_period`.",{examples:["/health",{path:"/health",body:"healthy"},{tcp:6379}]}),...Q})
const se=r.rej({image:parsedText(o.o_).meta({description:"The image to run.",examples:["mongo:7"]}),command:optional(r.YOg(r.YjP()).min(1),"Command to run. Overrides the image's command.",{examples:[["mongod","--quiet"]]}),run:optional(oneOf(["job"]),"`job`: the container exits by itself, and services that need it start afterwards.",{examples:["job"]}),env:V,ports:q,health:optional(j,"Health check, as for a service.",{examples:[{tcp:27017}]}),needs:K})
const re=r.rej({version:r.euz(1).meta({description:"Version of the format. Always 1."}),project:parsedText((0,o.xQ)("a project",/^[a-z0-9][a-z0-9_-]{0,62}$/,"lucid")).meta({description:"Name of the project: lower case, digits, dashes.",examples:["lucid"]}),registry:optional(parsedText(o.l5),"Registry to push images to, optionally with a common path.",{default:"docker.io",examples:["ghcr.io/acme"]}),image:optional(parsedText(templateParser(o.Qv)),"Name of each image in the registry. May use {{name}}, {{phase}} and {{project}}.",{default:"{{name}}",examples:["acme/lucid-{{name}}"]}),publish_on:optional(r.YOg(parsedText(parseBranchPattern)).min(1),"Branches, besides the default branch, whose commits may be released: a git tag gives versions only if its commit is on one of them. `*` matches any text without a slash, `**` any text. Only the default branch's catalog counts (docs/tags.md).",{examples:[["release/*"]]}),reuse:optional(r.rej({from:optional(oneOf(i.p),"With `any`, an image counts that states the right inputs and repository. With `same-repository`, a run of this repository must have signed it. With `protected`, that run was also on the default branch or on a branch of `publish_on`. With `none`, every run builds and smokes all images. Without it: `same-repository` if the option `require-signed` is set, else `any`.",{examples:["protected"]}),key:optional(r.KCZ([parsedText(parsePublicKey).transform(e=>[e]),r.YOg(parsedText(parsePublicKey)).min(1)]),"Public keys as PEM text, whose signatures count besides those of our workflow: one, or a list.")}),"Whose images and smoke results count. Only the default branch's catalog counts (docs/signing.md).",{examples:[{from:"protected"}]}),network:optional(r.rej({name:optional(parsedText((0,o.xQ)("a network",/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/,"lucid-net")),"Name of the network. Without it, the project's name.",{examples:["lucid-pi-network"]}),subnet:optional(parsedText(a.Fg),"Subnet in CIDR form.",{examples:["172.20.0.0/16"]})}),"Network that the running services share."),defaults:optional(J,"Settings for all services. A phase or a service may override each one."),phases:optional(mapWithKeys(te,ee),"Groups of services by id, in the order of the plan. Each may have its own settings.",{examples:[{1:{title:"Base"}}]}),services:mapWithKeys(o.qE,ne).meta({description:"Services to build, by name.",examples:[{api:{context:"services/api",ports:[8080],health:"/health"}}]}),externals:optional(mapWithKeys(o.qE,se),"Images that services need at runtime and that are not built here, by name.",{examples:[{mongo:{image:"mongo:7",health:{tcp:27017}}}]})}).meta({title:"Lucid service catalog, version 1",description:"Describes the services of a repository."})
var ie=n(98439)
var ae=n(29396)
let oe
function catalogJsonSchema(){oe??=ie.bl(re,{target:"draft-07",io:"input",reused:"inline",override:({zodSchema:e,jsonSchema:t})=>{const n=ae.fd.get(e)
if(n?.default!==undefined)t.default=n.default
if(n?.examples!==undefined)t.examples=n.examples}})
return oe}function allowedKeys(e){let t=[catalogJsonSchema()]
for(const n of e)t=t.flatMap(alternatives).flatMap(e=>below(e,n))
return t.flatMap(alternatives).flatMap(({properties:e})=>Object.keys(e??{}))}function whereKeyBelongs(e){const t=[[[],"the top of the file"],[["services","x"],"a service"],[["defaults"],"`defaults`, a phase or a service"],...["network","reuse","defaults.hardening","defaults.verify","defaults.policy"].map(e=>[e.split("."),`\`${e.replace("defaults.","")}\``]),[["services","x","health"],"`health`"]]
return t.find(([t])=>allowedKeys(t).includes(e))?.[1]}function alternatives(e){return e.anyOf===undefined?[e]:e.anyOf.flatMap(alternatives)}function below({properties:e,additionalProperties:t,items:n},s){if(typeof s==="number")return n===undefined?[]:[n]
const r=e!==undefined&&Object.hasOwn(e,s)?e[s]:t
return typeof r==="object"?[r]:[]}const ce={version:1,project:"project",services:{},image:"scratch"}
function validate(e,t){const{value:n,locate:s}=e
const r=isObject(n)?n.version:undefined
if(r!==undefined&&r!==1){const e=`unknown catalog version ${(0,m.hD)(String(r))}`
const n={code:"catalog/version",message:e,fix:"write `version: 1`, or use a newer release"}
t.add(n,s(["version"],"value"))
return undefined}const i=re.safeParse(n)
if(i.success)return i.data
for(const n of i.error.issues)if(!t.isFull)report(n,e,t)
if(t.isFull)return undefined
let a=structuredClone(n)
for(let e=i.error.issues,t=0;t<8;t++){a=withoutWrong(a,e)
const t=re.safeParse(a)
if(t.success)return t.data
e=t.error.issues}return undefined}function report(e,t,n,s=[]){const{locate:r}=t
const i=[...s,...e.path]
const a=valueAt(t.value,i)
if(a===undefined&&e.code!=="custom"){n.add(missing(i),r(i,"value"),i)
return}switch(e.code){case"unrecognized_keys":for(const t of e.keys){if(n.isFull)return
n.add(unknownKey(t,i,a),r([...i,t],"key"),[...i,t])}return
case"invalid_union":{const s=branchesOf(e).filter(e=>!e.some(isOtherType))
if(s.length===1){for(const e of s[0]??[])report(e,t,n,i)
return}n.add(wrongType([...new Set(expectedOf(e))],a),r(i,"value"),i)
return}case"invalid_type":n.add(wrongType(expectedOf(e),a),r(i,"value"),i)
return
case"custom":{const t=e.params
const s=t?.fault??{code:"catalog/value",message:e.message}
n.add(s,r(i,t?.at??"value"),i)
return}default:n.add({code:"catalog/value",...describe(e)},r(i,"value"),i)}}function describe(e){switch(e.code){case"too_small":if(e.origin==="array")return{message:"empty list",fix:"add an item, or remove the key"}
if(e.origin==="string")return{message:"empty string",fix:"write a value, or remove the key"}
return{message:`a number below ${e.minimum}`,fix:`write ${e.minimum} or more`}
case"too_big":return{message:`more than ${e.maximum}`,fix:`write ${e.maximum} or less`}
case"invalid_value":return{message:`not ${(0,m.uy)(e.values.map(String))}`}
default:return{message:(0,m.g$)(e.message)}}}const le={...{environment:"env",depends_on:"needs",dependencies:"needs",build_args:"args",healthcheck:"health"},...{port:"ports",expose:"ports",platform:"platforms",file:"dockerfile",tag:"tags",label:"labels"},...{build_contexts:"contexts",additional_contexts:"contexts",stage:"target",subnets:"subnet",url:"path"}}
function unknownKey(e,t,n){const r="catalog/unknown-key"
const i=`unknown key ${(0,m.hD)(e)}`
if(e==="<<")return{code:r,message:i,why:"merge keys are not part of YAML 1.2",fix:"use `defaults` and `phases` instead"}
const a=allowedKeys(t)
const o=a.filter(e=>!isObject(n)||!Object.hasOwn(n,e))
const c=le[e.replaceAll("-","_")]
const l=c!==undefined&&a.includes(c)?c:(0,s.h)(e,o)??(0,s.h)(e,a)
if(l!==undefined)return{code:r,message:i,fix:`did you mean ${(0,m.hD)(l)}?`}
const d=whereKeyBelongs(e)
if(d!==undefined)return{code:r,message:i,fix:`it belongs under ${d}`}
return{code:r,message:i,fix:a.length>0?`allowed here: ${a.join(", ")}`:"remove it"}}function missing(e){const t=(0,m.g$)(String(e.at(-1)??""))
return{code:"catalog/missing-key",message:`${(0,m.hD)(t)} is missing`,fix:`add \`${t}:\``}}function wrongType(e,t){const n="catalog/type"
const s=`expected ${(0,m.uy)(e)}, found ${typeName(t)}`
if(t===null)return{code:n,message:s,fix:"write a value, or remove the key"}
if(typeof t==="number"||typeof t==="boolean")return e.includes("a string")?{code:n,message:s,fix:`write it in quotes: "${t}"`}:{code:n,message:s}
if(typeof t==="string"&&e.includes("true or false"))return{code:n,message:s,fix:"write true or false, lower case, without quotes"}
if(typeof t==="string"&&e.some(e=>e.endsWith("number")))return{code:n,message:s,fix:"write a decimal number without quotes and without leading zeros"}
if(e.includes("a list"))return{code:n,message:s,fix:"write it in brackets, [ ], or one item per line after a dash"}
return{code:n,message:s}}function typeName(e){if(e===null)return"nothing"
if(Array.isArray(e))return"a list"
if(typeof e==="string")return`the string ${(0,m.hD)(e)}`
if(typeof e==="object")return"a map"
return typeof e==="boolean"?String(e):`the number ${e}`}const de={...{string:"a string",number:"a number",int:"a whole number",boolean:"true or false",array:"a list"},...{object:"a map",record:"a map"}}
function expectedOf(e){if(e.code==="invalid_union")return branchesOf(e).flat().flatMap(expectedOf)
return e.code==="invalid_type"?[de[e.expected]??e.expected]:[]}function isOtherType(e){if(e.path.length>0)return false
if(e.code==="invalid_union")return branchesOf(e).every(e=>e.some(isOtherType))
return e.code==="invalid_type"}function branchesOf(e){return e.errors}function valueAt(e,t){let n=e
for(const e of t){if(typeof n!=="object"||n===null||!Object.hasOwn(n,e))return undefined
n=n[e]}return n}function withoutWrong(e,t){const n=new Map
const s=t.flatMap(e=>{const t=e.path
return e.code==="unrecognized_keys"?e.keys.map(e=>[...t,e]):[t]})
let r=isObject(e)?e:{}
for(const e of s){const t=valueAt(r,e.slice(0,-1))
const s=e.at(-1)
if(s===undefined)r={}
else if(Array.isArray(t))n.set(JSON.stringify(e.slice(0,-1)),e.slice(0,-1))
else if(isObject(t)){delete t[String(s)]
const n=e.length===1||s==="image"?ce[String(s)]:undefined
if(n!==undefined&&!(e.length===3&&e[0]==="services"))t[String(s)]=n}}for(const[e,t]of n){const n=new Set(s.filter(t=>JSON.stringify(t.slice(0,-1))===e).map(e=>e.at(-1)))
const i=valueAt(r,t)
if(Array.isArray(i))i.splice(0,i.length,...i.filter((e,t)=>!n.has(t)))}return r}function isObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)}}),69044:((e,t,n)=>{n.d(t,{BU:()=>checkTemplate,EV:()=>isRegistryHost,Qv:()=>y,Rr:()=>parsePath,V0:()=>lowerCasePath,if:()=>parseImageName,l5:()=>parseRegistry,o_:()=>parseImageReference,qE:()=>parseServiceName,xQ:()=>nameParser})
var s=n(53123)
var r=n(88153)
var i=n(72484)
var a=n(91736)
const o="[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*"
const c="(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?"
const l=new RegExp(`^${o}(?:/${o})*$`)
const d=new RegExp(`^${c}(?:/${o})*$`)
const u=new RegExp(`^${o}$`)
const f=new RegExp(`^(?:${c}/)?${o}(?:/${o})*(?::[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`)
const h=new Set(["constructor","prototype"])
const p=63
const m=255
const g="a command would read the leading dash as an option"
function parseServiceName(e){const wrong=(t,n='use lower-case letters, digits and "-" between them, as in api-gateway')=>(0,a.Gq)({code:"catalog/name",message:`${(0,i.hD)(e)} cannot be the name of a service`,why:t,fix:n})
if(e.length>p)return wrong(`it is longer than ${p} characters, the limit of a host name`)
if(h.has(e))return wrong("the word is reserved","choose another name")
if(u.test(e))return(0,a.rZ)(e)
if(e.startsWith("-"))return wrong(g)
const t=e.toLowerCase()
if(u.test(t))return wrong(w,`write ${t}`)
return wrong("it becomes part of an image name and a host name")}function nameParser(e,t,n){return s=>{if(s.length<=255&&t.test(s)&&!h.has(s))return(0,a.rZ)(s)
const r=s.startsWith("-")?g:undefined
const o=`${(0,i.hD)(s)} cannot be the name of ${e}`
return(0,a.Gq)({code:"catalog/name",message:o,why:r,fix:`write it as in ${n}`})}}function parseRegistry(e){const wrong=(t,n='write host and port, as in "docker.io" or "127.0.0.1:5000"')=>(0,a.w8)(e,"a registry",{code:"catalog/registry",why:t,fix:n})
if(e.includes("://"))return wrong("a registry has no scheme")
const t=lowerCasePath(e)
if(e!==t&&d.test(t))return wrong(w,`write ${t}`)
if(e.length>m||!d.test(e))return wrong("it is the first part of an image name")
const n=e.split("/",1)[0]??""
if(!isRegistryHost(n))return wrong("without a dot or a port, Docker reads it as a path on Docker Hub")
return(0,a.rZ)(e)}const w="image names are lower case"
function lowerCasePath(e){const t=e.indexOf("/")
return t<0?e:e.slice(0,t)+e.slice(t).toLowerCase()}function isRegistryHost(e){return e.includes(".")||e.includes(":")||e==="localhost"}function parseImageName(e){const wrong=(t,n="write it as in acme/api-gateway")=>(0,a.w8)(e,"an image name",{code:"catalog/image",why:t,fix:n})
const t=e.indexOf("/")
const n=t<0?"":e.slice(0,t)
const s=t>=0&&isRegistryHost(n)
const r=s?e.slice(t+1):e
if(e.length>m)return wrong(`it is longer than ${m} characters`)
if(r.includes("@"))return wrong("a digest cannot be chosen","remove what follows the @")
if(r.includes(":"))return wrong("tags belong under `tags` and `floating`","remove what follows the colon")
const i=r.toLowerCase()
if(r!==i&&l.test(i))return wrong(w,`write ${s?`${n}/`:""}${i}`)
if(!l.test(r))return wrong('only lower-case letters, digits and "/", ".", "_", "-" between them')
if(s&&!d.test(n))return wrong("its first part is not a host")
return(0,a.rZ)(s?{host:n,path:r}:{path:r})}function parseImageReference(e){if(e.length<=m+200&&f.test(e))return(0,a.rZ)(e)
const t=e.startsWith("-")?g:undefined
return(0,a.w8)(e,"an image reference",{code:"catalog/image",why:t,fix:'write it as in "redis:7"'})}const y=["name","phase","project"]
function checkTemplate(e,t=r.VQ){for(const n of(0,r.QC)(e)){if(n.kind==="unclosed")return{code:"catalog/template",message:"a {{ is never closed",fix:"write }} after the name"}
if(n.kind==="text"||n.kind==="name"&&t.includes(n.name))continue
const e=(0,s.h)(n.name,t)
const r=`unknown template ${(0,i.hD)(`{{${n.name}}}`)}`
const a=n.kind==="name"?"its value differs between commits, but a name must not":undefined
const o=`allowed here: ${t.map(e=>`{{${e}}}`).join(", ")}`
const c=e!==undefined&&a===undefined?`did you mean {{${e}}}?`:o
return{code:"catalog/template",message:r,why:a,fix:c}}return undefined}function parsePath(e){const wrong=(t,n,s="catalog/path")=>(0,a.w8)(e,"a path in this repository",{code:s,why:t,fix:n})
const t="write it relative to the folder of the catalog, as in services/api"
if(e===""||e.trim()!==e)return wrong("it is empty or has leading or trailing spaces",t)
if((0,i.tO)(e)!==undefined||/[\t\n\r]/.test(e))return wrong("it contains a line break or a tab",t)
if(/^[a-z][a-z0-9+.-]*:\/\//i.test(e)||/^git@/.test(e))return wrong("it is a URL",t)
if(e.includes("\\"))return wrong("it contains a backslash","use / as the separator")
if(e.startsWith("/")||e.startsWith("~"))return wrong("it leaves the repository",t,"catalog/outside")
const n=[]
for(const s of e.split("/")){if(s===""||s===".")continue
if(s!=="..")n.push(s)
else if(n.pop()===undefined)return wrong("it leaves the repository",t,"catalog/outside")}if(n[0]?.startsWith("-"))return wrong(g,"rename the folder")
return(0,a.rZ)(n.length===0?".":n.join("/"))}}),33916:((e,t,n)=>{n.d(t,{_l:()=>canonicalPlatform,SO:()=>compileGlob,WG:()=>definesCommand,y6:()=>flagValue,Z7:()=>isPredefined,GK:()=>namedContextKey,oB:()=>nodeAt,Ai:()=>parseDockerfile,a0:()=>parseIgnoreFile,bq:()=>readMounts,AL:()=>selectFiles,dY:()=>subtree,Gc:()=>toTree,$w:()=>traceInputs})
const s="\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
const r=new RegExp(`^[${s}]+`)
const i=new RegExp(`^[${s}]$`)
const isSpace=e=>i.test(e)
const trimStart=e=>e.replace(r,"")
const trim=e=>trimEnd(trimStart(e))
function trimEnd(e){let t=e.length
while(t>0&&isSpace(e[t-1]??""))t--
return e.slice(0,t)}const stripByteOrderMark=e=>e.startsWith("\ufeff")?e.slice(1):e
function cleanPath(e){const t=e.startsWith("/")
const n=[]
for(const s of e.split("/")){if(s===""||s===".")continue
if(s!=="..")n.push(s)
else if(n.length>0&&n.at(-1)!=="..")n.pop()
else if(!t)n.push(s)}return(t?"/":"")+n.join("/")||(t?"/":".")}function splitContextPath(e){return cleanPath(`/${e}`).split("/").filter(Boolean)}const a={length:1024*1024,lineBytes:64*1024-1,words:5e3,patterns:1e4,patternLength:4096}
const o={length:1024*1024,total:16*1024*1024,comparisons:2e7,depth:100}
const fullBudget=()=>({characters:o.total,comparisons:o.comparisons})
function brokenLimit(e){if(e.length>a.length)return{message:`the file has ${e.length} characters: at most ${a.length} are read`,line:1}
const isLong=e=>e.length>a.lineBytes/3&&Buffer.byteLength(e)>a.lineBytes
const t=e.length<=a.lineBytes/3?-1:e.split("\n").findIndex(isLong)
if(t<0)return undefined
return{message:`a line is longer than ${a.lineBytes} bytes, which BuildKit refuses`,line:t+1}}class ShellPattern{items
constructor(e){this.items=e}static parse(e){const t=[]
const n=[...e]
for(let e=0;e<n.length;e++){const s=n[e]??""
if(s==="*"){if(t.at(-1)?.kind!=="star")t.push({kind:"star"})}else if(s==="?")t.push({kind:"any"})
else if(s==="\\"){const s=n[e+1]??""
if(s==="}"||s==="/")continue
if(s!=="*"&&s!=="?"&&s!=="\\")return`invalid escape '\\${s}'`
t.push({kind:"char",char:s})
e++}else t.push({kind:"char",char:s})}return new ShellPattern(t)}cost(e){return(this.items.length+1)*(e+1)}reversed(){return new ShellPattern(this.items.toReversed())}prefix(e,t){return this.find(e,{from:0,moves:false,want:t})?.end}search(e,t){return this.find(e,{from:t,moves:true,want:"longest"})}*split(e,t){let n=0
let s=""
for(let r=0;r<=e.length;){const i=this.search(e,r)
if(i===undefined)break
s+=e.slice(n,i.start).join("")
if(i.end>n||i.start===0){yield s
s=""}n=i.end
if(t==="first")break
r=Math.max(i.end,r+1)}yield s+e.slice(n).join("")}find(e,{from:t,moves:n,want:s}){const{items:r}=this
const i=r.length
let a=new Int32Array(i+1).fill(-1)
let o=new Int32Array(i+1)
let c
for(let l=t;;l++){if(c===undefined&&(n||l===t)&&a[0]===-1)a[0]=l
let d=false
const u=e[l]
o.fill(-1)
for(let e=0;e<=i;e++){const t=a[e]??-1
if(t===-1||c!==undefined&&t>c.start)continue
const n=r[e]
if(n===undefined)c={start:t,end:l}
else if(n.kind==="star"){lower(a,e+1,t)
if(u!==undefined&&u!=="\n")lower(o,e,t)}else if(u!==undefined&&(n.kind==="any"?u!=="\n":u===n.char))lower(o,e+1,t)
d=true}if(c!==undefined&&s==="shortest")return c
if(u===undefined||!d&&(c!==undefined||!n))return c;[a,o]=[o,a]}}}function lower(e,t,n){const s=e[t]??-1
if(s===-1||n<s)e[t]=n}class SubstitutionError extends Error{}class ExhaustedBudget extends SubstitutionError{}function expandVariables(e,t){const n=t.budget??fullBudget()
const s=new Lexer(e,t,n)
const r=s.until(undefined,s.keep)
n.characters-=r.length
if(n.characters<0)throw new ExhaustedBudget(`the variables expand to more than ${o.total} characters in total`)
return{value:r,unset:s.unset,unknown:s.unknown}}function expandWords(e,t){const n=new Words
const s=new Lexer(e,t,t.budget??fullBudget())
s.until(undefined,s.keep,n)
return n.list}class Words{word=""
list=[]
add(e){for(const t of e){if(!isSpace(t))this.word+=t
else this.end()}}addRaw(e){this.word+=e}end(){if(this.word!=="")this.list.push(this.word)
this.word=""}}class Lexer{unset=new Set
unknown=new Set
keep
chars
options
budget
at=0
depth=0
constructor(e,t,n){this.chars=[...e]
this.options=t
this.budget=n
this.keep=t.quotes==="keep"}until(e,t,n){let s=""
const r=this.options.text==="plain"
for(;;){const i=this.chars[this.at]
if(i===undefined&&e!==undefined)throw new SubstitutionError(`syntax error: missing '${e}'`)
if(i===undefined||i===e){this.at++
n?.end()
return s}if(i==="$"){const e=this.dollar()
s=limited(s+e)
n?.add(e)}else if(!r&&(i==="'"||i==='"')){const e=i==="'"?this.singleQuoted():this.doubleQuoted(t)
s=limited(s+e)
n?.addRaw(e)}else if(i===this.options.escape){const e=this.chars[this.at+1]??""
this.at+=2
const r=(t?i:"")+e
s+=r
n?.addRaw(r)}else{this.at++
s+=i
n?.add(i)}}}singleQuoted(){const e=this.chars.indexOf("'",this.at+1)
if(e<0)throw new SubstitutionError("unexpected end of statement while looking for matching single-quote")
const t=this.chars.slice(this.at+1,e).join("")
this.at=e+1
return this.keep?`'${t}'`:t}doubleQuoted(e){let t=this.keep?'"':""
this.at++
for(;;){const n=this.chars[this.at]
if(n===undefined)throw new SubstitutionError("unexpected end of statement while looking for matching double-quote")
if(n==='"'){this.at++
return this.keep?`${t}"`:t}if(n==="$"){t=limited(t+this.dollar())
continue}this.at++
if(n!==this.options.escape){t+=n
continue}if(e)t+=n
const s=this.chars[this.at]
if(s===undefined)continue
if(s==='"'||s==="$"||s===this.options.escape){this.at++
t+=s}else t+=n}}dollar(){this.at++
if(this.chars[this.at]!=="{"){const e=this.name()
if(e==="")return"$"
return this.keep?`$${e}`:this.valueOf(e)}this.at++
const e=this.chars[this.at]
if(e===undefined)throw new SubstitutionError("syntax error: missing '}'")
if(e==="{"||e==="}"||e===":")throw new SubstitutionError("syntax error: bad substitution")
const t=this.name()
const n=this.chars[this.at++]
if(n==="}")return this.keep?`\${${t}}`:this.valueOf(t)
if(n==="/")return this.replace(t)
const s=n===":"
const r=s?this.chars[this.at++]:n
if(r===undefined)throw new SubstitutionError("syntax error: missing '}'")
if(!"+-?#%".includes(r))throw new SubstitutionError(`unsupported modifier (${s?":":""}${r}) in substitution`)
const i=this.nested("}",r==="#"||r==="%")
if(this.keep)return`\${${t}${s?":":""}${r}${i}}`
return this.modify(t,r,i,s?"null-is-unset":"null-is-set")}modify(e,t,n,s){const{kind:r}=this.lookUp(e)
const i=this.valueOf(e)
const a=r!=="set"||i===""&&s==="null-is-unset"
if(t==="-")return a?n:i
if(t==="+")return a?"":n
if(t==="?"){if(r==="unknown"||!a)return i
const t=r==="unset"?"is not allowed to be unset":"is not allowed to be empty"
throw new SubstitutionError(`${e}: ${n||t}`)}const o=n.startsWith(t)
const c=[...i]
const l=this.parsePattern(o?n.slice(1):n,c.length)
const d=o?"longest":"shortest"
if(t==="#")return c.slice(l.prefix(c,d)??0).join("")
const u=c.length-(l.reversed().prefix(c.toReversed(),d)??0)
return c.slice(0,u).join("")}replace(e){const t=this.chars[this.at]==="/"
if(t)this.at++
const n=this.nested("/",true)
const s=this.nested("}",true)
if(this.keep)return`\${${e}/${n}/${s}}`
const r=[...this.valueOf(e)]
const i=this.parsePattern(n,r.length)
const a=t?s.replace(/\$(?:(\$)|\w+|\{\w+\})/g,"$1"):s
let o=""
let c=true
for(const e of i.split(r,t?"all":"first")){o=limited(o+(c?"":a)+e)
c=false}return o}nested(e,t){if(++this.depth>o.depth)throw new SubstitutionError(`variables are nested more than ${o.depth} levels deep`)
const n=this.until(e,t)
this.depth--
return n}parsePattern(e,t){const n=ShellPattern.parse(e)
if(typeof n==="string")throw new SubstitutionError(n)
this.budget.comparisons-=n.cost(t)
if(this.budget.comparisons<0)throw new ExhaustedBudget("the patterns in variables take too many comparisons in total")
return n}valueOf(e){const t=this.lookUp(e)
return t.kind==="set"?t.value:""}lookUp(e){const t=this.options.lookup(e)
if(t.kind==="unset")this.unset.add(e)
if(t.kind==="unknown")this.unknown.add(e)
return t}name(){const e=this.chars[this.at]??""
if(/^[@*#?\-$!]$/.test(e)){this.at++
return e}const t=/^\d$/.test(e)?/^\d$/:/^[\p{L}\p{Nd}_]$/u
let n=""
for(let s=e;t.test(s);s=this.chars[this.at]??""){n+=s
this.at++}return n}}function limited(e){if(e.length<=o.length)return e
throw new SubstitutionError(`the variables expand to more than ${o.length} characters`)}const c=new Set(["escape","syntax","check"])
const isComment=e=>trimStart(e).startsWith("#")
class LineReader{directives
problems=[]
escape
lines
continuation
at=0
constructor(e){const t=stripByteOrderMark(e).split("\n")
if(t.at(-1)==="")t.pop()
this.lines=t
this.directives=this.readDirectives()
const n=this.directives.find(({name:e})=>e==="escape")?.value
this.escape=n==="`"?"`":"\\"
this.continuation=this.escape==="`"?/(?<!`)`[ \t]*$/:/(?<!\\)\\[ \t]*$/}readDirectives(){const e=[]
for(const[t,n]of this.lines.entries()){const s=/^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=(.+)$/.exec(trimStart(stripEnd(n)))
const r=s?.[1]?.toLowerCase()
if(r===undefined||!c.has(r))break
const i=s?.[2]??""
const a={name:r,value:i.trim()||i.slice(-1),line:t+1}
if(e.some(e=>e.name===r))this.problems.push({message:`only one ${r} parser directive can be used`,line:a.line})
if(r==="escape"&&!["`","\\"].includes(a.value))this.problems.push({message:`invalid escape token '${a.value}', it must be \` or \\`,line:a.line})
e.push(a)}return e}nextLine(){let e=[]
for(;this.at<this.lines.length;this.at++){const t=trimStart(stripEnd(this.lines[this.at]??""))
if(t.startsWith("#")){const n=trim(t.slice(1))
if(n==="")e=[]
else e.push(n)}else if(t!=="")break}if(this.at>=this.lines.length)return undefined
const t=this.at
let{text:n,open:s}=this.cut(trimStart(stripEnd(this.lines[this.at++]??"")))
while(s&&this.at<this.lines.length){const e=stripEnd(this.lines[this.at++]??"")
if(isComment(e)||trimStart(e)==="")continue
const t=this.cut(e)
n+=t.text
s=t.open}const r=this.lines.slice(t,this.at).map(stripEnd).join("\n")
return{text:n,line:t+1,endLine:this.at,raw:r,comments:e}}cut(e){const t=this.continuation.exec(e)
return t===null?{text:e,open:false}:{text:e.slice(0,t.index),open:true}}readHeredocBody(e,t){let n=""
for(let s=this.at;s<this.lines.length;s++){const r=this.lines[s]??""
const i=stripEnd(r)
if((t?i.replace(/^\t+/,""):i)===e){this.at=s+1
return{content:t?n.replace(/^\t+/gm,""):n,endLine:this.at}}n+=`${r}\n`}this.at=this.lines.length
return undefined}}function stripEnd(e){let t=e.length
while(e[t-1]==="\r")t--
return e.slice(0,t)}const l={escape:"\\",lookup:()=>({kind:"unset"})}
function parseHeredocStart(e){const t=/^\d*<<(-?)\s*([^<\s][^<]*)$/.exec(e)
if(t===null)return undefined
try{const e=expandWords(t[2]??"",{...l,lookup:keepName})
const n=expandWords(t[2]??"",{...l,quotes:"keep"})
if(e.length!==1||n.length!==1)return undefined
const quotes=e=>e.replace(/[^'"]/g,"").length
return{name:e[0]??"",chomp:t[1]==="-",expand:quotes(e[0]??"")===quotes(n[0]??"")}}catch{return undefined}}const keepName=e=>({kind:"set",value:`$${e}`})
function findHeredocStarts(e){if(!e.includes("<<"))return[]
try{return expandWords(e,{...l,quotes:"keep"}).flatMap(e=>parseHeredocStart(e)??[])}catch{return[]}}var d=n(39893)
const u=/[\t\v\f\r ]+/
function splitInstruction(e,t){const n=trim(e)
const s=u.exec(n)
if(s===null)return{keyword:n,flags:[],rest:""}
const r=n.slice(0,s.index)
const{words:i,rest:a}=leadingFlags(n.slice(s.index+s[0].length),t)
return{keyword:r,flags:i.map(toFlag),rest:trim(a)}}function toFlag(e){const{key:t,value:n}=toKeyValue(e.slice("--".length))
return{name:t,...(0,d.s)({value:n})}}function leadingFlags(e,t){const n=[]
let s=0
for(;;){while(s<e.length&&isSpace(e[s]??""))s++
if(!e.startsWith("--",s))return{words:n,rest:e.slice(s)}
const{word:r,end:i}=flagWord(e,s,t)
s=i
if(r==="--")return{words:n,rest:e.slice(s)}
n.push(r)}}function flagWord(e,t,n){let s=""
let r
let i=t
for(;i<e.length;i++){const t=e[i]??""
if(r===undefined&&isSpace(t))break
if(r===undefined&&(t==="'"||t==='"'))r=t
else if(t===r)r=undefined
else if(t===n)s+=e[++i]??""
else s+=t}return{word:s,end:i}}function splitAtSpaces(e){return e===""?[]:e.split(u)}function parseJsonWords(e){const t=trim(e)
if(!t.startsWith("["))return undefined
let n
try{n=JSON.parse(t)}catch{return undefined}if(!Array.isArray(n))return undefined
return n.every(e=>typeof e==="string")?n:"mixed"}function splitQuotedWords(e,t){const n=[]
let s=""
let r
let i=false
for(let a=0;a<e.length;a++){const o=e[a]??""
if(r===undefined&&isSpace(o)){if(i)n.push(s)
s=""
i=false
continue}i=true
if(o===t&&r!=="'"){const t=e[++a]
if(t!==undefined)s+=o+t
continue}if(r===undefined&&(o==="'"||o==='"'))r=o
else if(o===r)r=undefined
s+=o}if(i&&s!=="")n.push(s)
return n}function parseKeyValues(e,t,n){const s=splitQuotedWords(e,n)
const r=s[0]
if(r===undefined)return`${t} requires at least one argument`
if(!r.includes("=")){const n=u.exec(e)
if(n===null)return`${t} must have two arguments`
return[{key:e.slice(0,n.index),value:e.slice(n.index+n[0].length)}]}const i=[]
for(const e of s){const n=toKeyValue(e)
if(n.value===undefined)return`can't find = in "${e}"; it must be of the form name=value`
if(n.key==="")return`${t} names can not be blank`
i.push(n)}return i}function toKeyValue(e){const t=e.indexOf("=")
return t<0?{key:e}:{key:e.slice(0,t),value:e.slice(t+1)}}function splitCsvFields(e){const t=[]
let n=e
for(;;){const e=/^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(n)
if(e===null)return undefined
const[s,r,i="",a]=e
t.push(r?.replaceAll('""','"')??i)
if(a==="")return t
n=n.slice(s.length)}}const f={ADD:{shape:"list",flags:"chown chmod link? keep-git-dir? checksum unpack? exclude*"},ARG:{shape:"names",flags:""},CMD:{shape:"command",flags:""},COPY:{shape:"list",flags:"chown from chmod link? exclude* parents?"},ENTRYPOINT:{shape:"command",flags:""},ENV:{shape:"pairs",flags:""},EXPOSE:{shape:"words",flags:""},FROM:{shape:"words",flags:"platform"},HEALTHCHECK:{shape:"health",flags:"interval timeout start-period start-interval retries"},LABEL:{shape:"pairs",flags:""},MAINTAINER:{shape:"text",flags:""},ONBUILD:{shape:"trigger",flags:""},RUN:{shape:"command",flags:"mount* network security device*"},SHELL:{shape:"command",flags:""},STOPSIGNAL:{shape:"text",flags:""},USER:{shape:"text",flags:""},VOLUME:{shape:"list",flags:""},WORKDIR:{shape:"text",flags:""}}
const h=Object.keys(f)
function parseInstruction(e,t){const{keyword:n,flags:s,rest:r}=splitInstruction(e,t)
const i=n.toUpperCase()
const a={keyword:i,written:n,flags:s,rest:r,args:[],pairs:[],form:"shell"}
const o=f[i]
if(o===undefined)return{...a,unclear:`unknown instruction ${n}`}
const c=checkFlags(s,o.flags)
if("message"in c)return c.message
const{unclear:l}=c
const d=l===undefined?a:{...a,unclear:`${i} ${l}`}
if(r===""&&i!=="RUN"&&i!=="CMD"&&i!=="ENTRYPOINT")return`${i} requires at least one argument`
switch(o.shape){case"pairs":{const e=parseKeyValues(r,i,t)
return typeof e==="string"?e:{...d,pairs:e}}case"names":return{...d,pairs:splitQuotedWords(r,t).map(toKeyValue)}
case"text":return{...d,args:[r]}
case"words":return checkFrom({...d,args:splitAtSpaces(r)})
case"trigger":return checkTrigger(d,t)
case"health":return parseHealth(d)
case"list":case"command":{const e=parseJsonWords(r)
if(e==="mixed")return"when using JSON array syntax, arrays must be comprised of strings only"
if(e!==undefined)return checkList({...d,args:e,form:"json"})
if(i==="SHELL")return"SHELL requires the arguments to be in JSON form"
const t=o.shape==="list"?splitAtSpaces(r):r===""?[]:[r]
return checkList({...d,args:t})}default:return o.shape}}function checkFlags(e,t){const n=new Map(t.split(" ").map(e=>[e.replace(/[*?]$/,""),e.at(-1)]))
const s=new Set
let r
for(const{name:i,value:a}of e){if(!n.has(i)||i===""){if(t==="")return{message:`unknown flag: --${i}`}
r??=`has the unknown flag --${i}`
continue}const e=n.get(i)
if(s.has(i)&&e!=="*")return{message:`duplicate flag specified: --${i}`}
if(a===undefined&&e!=="?"||a===""&&e==="?")return{message:`missing a value on flag: --${i}`}
if(e==="?"&&a!==undefined&&!/^(true|false)$/i.test(a))return{message:`expecting boolean value for flag --${i}, not: ${a}`}
s.add(i)}return{unclear:r}}function checkFrom(e){const[,t,n]=e.args
if(e.keyword!=="FROM"||e.args.length===1)return e
if(e.args.length!==3||t?.toLowerCase()!=="as")return"FROM requires either one or three arguments"
if(!/^[a-z][a-z0-9-_.]*$/.test(n?.toLowerCase()??""))return`invalid name for build stage: "${n}", name can't start with a number or contain symbols`
return e}function checkList(e){if(e.keyword!=="COPY"&&e.keyword!=="ADD")return e
if(e.args.length<2)return`${e.keyword} requires at least two arguments, but only one was provided: the destination is missing`
return parseHeredocStart(e.args.at(-1)??"")===undefined?e:`${e.keyword} cannot accept a heredoc as a destination`}function checkTrigger(e,t){if(/^ONBUILD(?:\s|$)/i.test(e.rest))return"chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"
const n=parseInstruction(e.rest,t)
if(typeof n==="string")return n
if(n.keyword==="FROM"||n.keyword==="MAINTAINER")return`${n.keyword} isn't allowed as an ONBUILD trigger`
return n.unclear===undefined?e:{...e,unclear:n.unclear}}function parseHealth(e){const[,t="",n=""]=/^(\S+)\s*(.*)$/s.exec(e.rest)??[]
if(t.toUpperCase()==="NONE")return n===""?e:"HEALTHCHECK NONE takes no arguments"
if(t.toUpperCase()!=="CMD")return`unknown type "${t}" in HEALTHCHECK (try CMD)`
const s=parseJsonWords(n)
if(s==="mixed")return"when using JSON array syntax, arrays must be comprised of strings only"
if(n===""||s?.length===0)return"missing command after HEALTHCHECK CMD"
return s===undefined?{...e,args:[n]}:{...e,args:s,form:"json"}}function acceptsHeredocs(e,t){if(e.keyword==="ONBUILD"){const n=parseInstruction(e.rest,t)
return typeof n!=="string"&&acceptsHeredocs(n,t)}return["ADD","COPY","RUN"].includes(e.keyword)&&e.form==="shell"}const flagValue=({flags:e},t)=>e.find(({name:e})=>e===t)?.value
const flagValues=({flags:e},t)=>e.flatMap(({name:e,value:n})=>e===t&&n!==undefined?[n]:[])
const isFlagOn=({flags:e},t)=>e.some(({name:e,value:n})=>e===t&&n?.toLowerCase()!=="false")
const p={type:"type",from:"from",source:"source",src:"source",target:"target",dst:"target",destination:"target",id:"id"}
function readMounts(e){if(e.keyword!=="RUN")return[]
const t=[]
for(const{name:n,value:s}of e.flags){if(n!=="mount")continue
const e=splitCsvFields(s??"")
if(e===undefined)return undefined
const r={type:"bind",source:"",target:""}
for(const t of e){const{key:e,value:n}=toKeyValue(t)
const s=p[e.toLowerCase()]
if(s!==undefined&&n!==undefined)r[s]=n}t.push(r)}return t}var m=n(53123)
var g=n(85465)
function parseDockerfile(e,t){const n=brokenLimit(e)
if(n!==undefined)throw new g.yo({code:"dockerfile/too-large",message:n.message,at:{file:t,line:n.line}})
const s=new LineReader(e)
const r=[]
const report=(e,n,s)=>r.push({code:"dockerfile/syntax",message:e,at:{file:t,line:n},...(0,d.s)({fix:s})})
for(const{message:e,line:t}of s.problems)report(e,t)
const i=s.directives.find(({name:e})=>e==="syntax")
const o=[]
let c=0
for(let e=s.nextLine();e!==undefined;e=s.nextLine()){const n=parseInstruction(e.text,s.escape)
if(typeof n==="string"){report(n,e.line)
continue}if(!h.includes(n.keyword)&&i===undefined){const t=(0,m.h)(n.keyword,h)
report(`unknown instruction: ${n.written}`,e.line,t&&`did you mean ${t}?`)
continue}c+=1+n.args.length+n.pairs.length+n.flags.length
if(c>a.words){const n=`more than ${a.words} instructions and arguments`
r.push({code:"dockerfile/too-large",message:n,at:{file:t,line:e.line}})
break}const l=acceptsHeredocs(n,s.escape)?readHeredocs(s,e,report):[]
const d=l.at(-1)?.endLine??e.endLine
o.push({...n,heredocs:l,line:e.line,endLine:d,raw:e.raw,comments:e.comments})}const{globals:l,stages:u}=toStages(o,r.length>0?()=>{}:report)
if(o.length===0&&r.length===0)report("the Dockerfile has no instructions",1)
else if(u.length===0&&r.length===0)report("the Dockerfile has no FROM, so there is nothing to build",1)
if(r.length>0)throw new g.yo(r)
return{file:t,text:e,escape:s.escape,directives:s.directives,globals:l,stages:u,instructions:o}}function readHeredocs(e,t,n){const s=[]
for(const{name:r,chomp:i,expand:a}of findHeredocStarts(t.text)){const o=e.readHeredocBody(r,i)
if(o===undefined){n(`unterminated heredoc: no line "${r}" follows`,t.line)
break}s.push({name:r,expand:a,line:t.line,...o})}return s}function toStages(e,t){const n=[]
const s=[]
for(const r of e){const e=s.at(-1)
if(r.keyword==="FROM"){const[e="",,t]=r.args
const n=flagValue(r,"platform")||undefined
s.push({index:s.length,from:e,line:r.line,instruction:r,instructions:[],...(0,d.s)({name:t?.toLowerCase(),platform:n})})}else if(e!==undefined)e.instructions.push(r)
else if(r.keyword==="ARG")n.push(r)
else t(`${r.keyword} before the first FROM: only ARG is allowed there`,r.line)}return{globals:n,stages:s}}var w=n(9489)
const y=new WeakMap
function toTree(e){if("entry"in e)return e
const t=y.get(e)
if(t!==undefined)return t
const n=e instanceof Map?[...e.values()]:e
const s=hasEveryFolder(n)?n:withImpliedFolders(n)
const r=new Folder("",folderEntry(""),{list:s,from:0,to:s.length})
y.set(e,r)
return r}class Folder{name
entry
range
childrenCache
constructor(e,t,n){this.name=e
this.entry=t
this.range=n}get below(){return this.range.list.slice(this.range.from,this.range.to)}get children(){this.childrenCache??=this.readChildren()
return this.childrenCache}readChildren(){const{list:e,from:t,to:n}=this.range
const s=this.entry.path===""?0:this.entry.path.length+1
const r=new Map
for(let i=t;i<n;){const t=e[i]
const a=t.path.indexOf("/",s)
const o=a<0?undefined:r.get(t.path.slice(s,a))
if(o instanceof Folder)i=o.range.to
else{const a=t.path.slice(s)
i++
const o=t.kind==="dir"
r.set(a,o?openFolder(a,t,{list:e,from:i,to:n}):{name:a,entry:t,...v})}}return r}}function openFolder(e,t,{list:n,from:s,to:r}){const i=lowerBound(`${t.path}/`,{list:n,from:s,to:r})
const a=lowerBound(t.path+k,{list:n,from:i,to:r})
return new Folder(e,t,{list:n,from:i,to:a})}const v={children:undefined,below:[]}
const k="0"
function lowerBound(e,{list:t,from:n,to:s}){const isBefore=n=>t[n].path<e
let[r,i]=[n,1]
while(r+i<=s&&isBefore(r+i-1)){r+=i
i*=2}let a=Math.min(s,r+i-1)
while(r<a){const e=r+a>>>1
if(isBefore(e))r=e+1
else a=e}return r}const folderEntry=e=>({path:e,kind:"dir",executable:false})
function hasEveryFolder(e){const t=new Set([""])
let[n,s]=["",""]
for(const{path:r,kind:i}of e){if(r<=n)return false
n=r
if(!(0,w.wC)(r,s)){s=(0,w.gN)(r)
if(!t.has(s))return false}if(i==="dir")t.add(r)}return true}function withImpliedFolders(e){const t=new Map(e.filter(({path:e})=>e!=="").map(e=>[e.path,e]))
for(const{path:n}of e)for(let e=(0,w.gN)(n);e!=="";e=(0,w.gN)(e))if(t.get(e)?.kind!=="dir")t.set(e,folderEntry(e))
return[...t.values()].sort((e,t)=>e.path<t.path?-1:1)}function nodeAt(e,t){let n=toTree(e)
for(const e of t.split("/")){if(e===""||e===".")continue
n=n?.children?.get(e)}return n}function subtree(e,t){const n=nodeAt(e,t)
return n?.children===undefined?undefined:n}function hasWildcards(e){for(let t=0;t<e.length;t++){const n=e[t]
if(n==="\\")t++
else if(n==="*"||n==="?"||n==="[")return true}return false}function compileGlob(e){const t=parseGlob(e)
return t&&(e=>matchChunks(t,Array.from(e,e=>e.codePointAt(0)??0)))}const isGlob=e=>parseGlob(e)!==undefined
const x=47
function matchChunks(e,t){let n=0
for(const[s,{star:r,tests:i}]of e.entries()){const a=s===e.length-1
if(r&&i.length===0)return!t.includes(x,n)
const isMatch=e=>e+i.length<=t.length&&(!a||e+i.length===t.length)&&i.every((n,s)=>n(t[e+s]??0))
let o=n
while(!isMatch(o)){if(!r||o>=t.length||t[o]===x)return false
o++}n=o+i.length}return n===t.length}function parseGlob(e){let t=[]
const n=[{star:false,tests:t}]
const s=[...e]
for(let e=0;e<s.length;e++){const r=s[e]??""
if(r==="*"){if(t.length===0)n.pop()
t=[]
n.push({star:true,tests:t})}else if(r==="?")t.push(e=>e!==x)
else if(r==="\\"){const n=s[++e]
if(n===undefined)return undefined
t.push(isChar(n))}else if(r==="["){const n=parseCharClass(s,e+1)
if(n===undefined)return undefined
t.push(n.test)
e=n.end}else t.push(isChar(r))}return n}function isChar(e){const t=e.codePointAt(0)
return e=>e===t}function parseCharClass(e,t){let n=t
const s=e[n]==="^"
if(s)n++
const r=[]
const take=()=>{const t=e[n++]
if(t===undefined||t==="-"||t==="]")return undefined
return t==="\\"?e[n++]:t}
while(r.length===0||e[n]!=="]"){const t=take()
if(t===undefined)return undefined
let s=t
if(e[n]==="-"){n++
const e=take()
if(e===undefined)return undefined
s=e}r.push([t.codePointAt(0)??0,s.codePointAt(0)??0])
if(n>=e.length)return undefined}return{test:rangeTest(r,s),end:n}}function rangeTest(e,t){return n=>e.some(([e,t])=>e<=n&&n<=t)!==t}var b=n(2856)
function parsePathPattern(e){const t=trim(e)
if(t==="")return"empty"
const n=cleanPath(t)
const s=n.startsWith("!")
const r=s?n.slice(1):n
if(r===""||!isGlob(r))return undefined
const i=matcher(r)
return i&&{text:r,negated:s,matches:i}}function matcher(e){let t="^"
let n="exact"
const s=[...e]
for(let e=0;e<s.length;e++){const r=s[e]??""
const i=e===0
if(r==="*"&&s[e+1]==="*"){e++
if(s[e+1]==="/")e++
const r=e+1>=s.length
t+=r?".*":"(.*/)?"
if(i)n="suffix"
else n=r&&n==="exact"?"prefix":"regex"}else if(r==="*"||r==="?"){t+=r==="*"?"[^/]*":"[^/]"
n="regex"}else if(r==="\\"){t+=`\\${s[++e]??""}`
n="regex"}else if(r==="["||r==="]"){t+=r
n="regex"}else t+=".+()$".includes(r)?`\\${r}`:r}if(n==="exact")return t=>t===e
if(n==="prefix")return t=>t.startsWith(e.slice(0,-2))
if(n==="suffix"){const t=e.slice(2)
return e=>e.endsWith(t)||t.startsWith("/")&&e===t.slice(1)}try{const e=b.L3.compile(`${t}$`)
return t=>e.test(t)}catch(e){if(e instanceof b.pB)return undefined
throw e}}class PatternSet{patterns
hasExceptions
constructor(e){this.patterns=e
this.hasExceptions=e.some(({negated:e})=>e)}test(e,t){let n=false
const s=this.patterns.map((s,r)=>{let i=t?.[r]??false
if(!i&&s.negated===n)i=s.matches(e)
if(i)n=!s.negated
return i})
return{matched:n,matches:s}}matches(e,t){let n=false
for(const[s,r]of this.patterns.entries()){const i=(t?.[s]??false)||r.negated===n&&r.matches(e)
if(i)n=!r.negated}return n}mayHaveExceptionBelow(e){if(!this.hasExceptions)return false
const t=`${e}/`
return this.patterns.some(({text:e,negated:n})=>{if(!n)return false
const s=e.replace(/(\/\*\*)$/,"")
return/[*[\]?^\\]/.test(s)||`${s}/`.startsWith(t)})}mayMatchInUnknown(e,t){return this.patterns.some(({text:n,negated:s})=>s===(t==="negated")&&mayMatchBelow(n,e))}}function mayMatchBelow(e,t){const n=e.split("/")
for(const[e,s]of t.split("/").entries()){const t=n[e]
if(t===undefined||t.includes("**"))return true
if(!(compileGlob(t)?.(s)??true))return false}return true}function parseIgnoreFile(e,t){const n=brokenLimit(e)
if(n!==undefined)throw new g.yo(tooLarge(n.message,t,n.line))
const s=[]
const r=[]
const i=[]
for(const[n,o]of stripByteOrderMark(e).split("\n").entries()){if(o.startsWith("#"))continue
const e=trim(o)
if(e==="")continue
if(r.length+s.length>=a.patterns){s.push(tooLarge(`more than ${a.patterns} patterns`,t,n+1))
break}if(e.length>a.patternLength){const r=`a pattern of ${e.length} characters: no path has more than ${a.patternLength}`
s.push(tooLarge(r,t,n+1))
continue}const c=e.startsWith("!")
const l=c?trim(e.slice(1)):e
const d=l===""?"":rootless(cleanPath(l))
const u=parsePathPattern((c?"!":"")+d)
if(u==="empty")continue
if(u===undefined){s.push({code:"dockerfile/ignore-pattern",message:d===""?`illegal exclusion pattern: "!"`:`malformed pattern: ${e}`,at:{file:t,line:n+1},fix:d===""?"write the pattern right after the !":"close every [, and put a \\ before a literal character"})
continue}r.push(u)
i.push(n+1)}if(s.length>0)throw new g.yo(s)
return{file:t,...toIgnore(r),lines:i}}const tooLarge=(e,t,n)=>({code:"dockerfile/too-large",message:e,at:{file:t,line:n}})
const $={...toIgnore([]),lines:[]}
function toIgnore(e){const t=new PatternSet(e)
return{patterns:t,ignores:e=>matchesWithParents(t,e)}}function matchesWithParents(e,t){let n
for(let s=t.indexOf("/");;s=t.indexOf("/",s+1)){const{matched:r,matches:i}=e.test(s<0?t:t.slice(0,s),n)
if(s<0)return r
n=i}}const rootless=e=>e.length>1&&e.startsWith("/")?e.slice(1):e
const O=255
const isUnknown=({entry:e})=>e.obstacle==="submodule"
const P=new WeakMap
function contextViewOf(e,t){const n=P.get(e)??new WeakMap
P.set(e,n)
const s=n.get(t)??new ContextView(e,t)
n.set(t,s)
return s}class ContextView{root
ignore
skip
folders=new Map
entriesByNode=new Map
hasVisibleChild=new Map
names
constructor(e,t){this.root=e
this.ignore=t
this.skip=e.entry.path===""?0:e.entry.path.length+1}pathOf(e){return e.entry.path.slice(this.skip)}matchFolder(e,t){if(e===this.root||t===undefined)return{matched:false,matches:undefined}
const n=this.folders.get(e)
if(n!==undefined)return n
const s=this.ignore.patterns.test(this.pathOf(e),this.folders.get(t)?.matches)
this.folders.set(e,s)
return s}isVisible(e,t){if(e.children===undefined)return!this.ignore.patterns.matches(this.pathOf(e),this.folders.get(t)?.matches)
const{matched:n}=this.matchFolder(e,t)
if(!n)return true
if(isUnknown(e))return this.ignore.patterns.mayMatchInUnknown(this.pathOf(e),"negated")
const s=this.hasVisibleChild.get(e)
if(s!==undefined)return s
const r=this.ignore.patterns.mayHaveExceptionBelow(this.pathOf(e))&&[...e.children.values()].some(t=>this.isVisible(t,e))
this.hasVisibleChild.set(e,r)
return r}resolvePath(e){const t=[]
let n
let s=[this.root]
const r=e.map(e=>({name:e})).reverse()
for(let e=r.pop();e!==undefined;e=r.pop()){if(e.name===""||e.name===".")continue
if(e.name===".."){if(s.length===1)n??=e.link
else s.pop()
continue}const i=s.at(-1)??this.root
if(isUnknown(i))return{kind:"unknown",folder:i.entry,links:t}
const a=i.children?.get(e.name)
if(a===undefined)return{kind:"missing",links:t,...(0,d.s)({outside:n})}
if(!this.isVisible(a,i))return{kind:"ignored",links:t,...this.ignoringLine(a,i),...(0,d.s)({outside:n})}
if(a.entry.kind!=="symlink"){s.push(a)
continue}if(t.length>=O)return{kind:"loop",links:t}
t.push(a.entry)
const o=a.entry.target??""
if(o.startsWith("/")){n??=a.entry
s=[this.root]}r.push(...o.split("/").map(e=>({name:e,link:a.entry})).reverse())}const i=s.at(-1)??this.root
if(isUnknown(i))return{kind:"unknown",folder:i.entry,links:t}
return{kind:"found",node:i,links:[...new Set(t)]}}ignoringLine(e,t){const{matches:n}=this.ignore.patterns.test(this.pathOf(e),this.folders.get(t)?.matches)
const s=n.lastIndexOf(true)
const r=this.ignore.patterns.patterns[s]
if(r===undefined)return{}
return{by:`${this.ignore.file??"the ignore file"}:${this.ignore.lines[s]??""} (${r.text})`}}glob(e){const t=e.findIndex(hasWildcards)
const n=this.resolvePath(e.slice(0,t))
if(n.kind!=="found")return undefined
const s=this.pathOf(n.node).split("/").filter(Boolean)
const r=e.slice(t)
const i=r.some(e=>e.includes("["))?this.globAnywhere(n.node,r.join("/")):this.globByPart(n.node,r)
return i.map(e=>[...s,...e])}globByPart(e,t){const n=t.map(compileGlob)
const s=[]
const walk=(e,r)=>{const i=n[r.length]
if(isUnknown(e)||r.length===t.length){s.push(r)
return}for(const t of e.children?.values()??[])if(i?.(t.name)&&this.isVisible(t,e))walk(t,[...r,t.name])}
walk(e,[])
return s}globAnywhere(e,t){const n=compileGlob(t)
const s=[]
const walk=(e,r)=>{for(const i of e.children?.values()??[]){if(!this.isVisible(i,e))continue
const a=[...r,i.name]
const o=a.join("/")
if(n?.(o)||isUnknown(i)&&mayMatchBelow(t,o))s.push(a)
else walk(i,a)}}
walk(e,[])
return s}folderEntry(e){let t=this.root
for(const n of e)t=t?.children?.get(n)
return t?.children===undefined?[]:[t.entry]}entriesBelow(e,t,n){if(e.children===undefined)return[e.entry]
const s=(t===undefined||t.patterns.length===0)&&n===undefined
const r=s?this.entriesByNode.get(e):undefined
if(r!==undefined)return r
const i=s&&this.ignore.patterns.patterns.length===0?e.below:this.filterBelow(e,t,n)
if(s)this.entriesByNode.set(e,i)
return i}filterBelow(e,t,n){const s=[]
const r=[t?.patterns.length?{set:t,want:false}:[],n?{set:n,want:true}:[]].flat()
const i=e.entry.path===""?0:e.entry.path.length+1
const a=r.map(()=>undefined)
this.collect(e,a,{entries:s,filters:r,skip:i})
return s.sort((e,t)=>e.path<t.path?-1:e.path>t.path?1:0)}collect(e,t,n){const{entries:s,filters:r,skip:i}=n
let a=false
const o=this.folders.get(e)?.matches
for(const c of e.children?.values()??[]){const l=c.entry.path.slice(i)
if(c.children===undefined){if(this.ignore.patterns.matches(this.pathOf(c),o))continue
if(r.some(({set:e,want:n},s)=>e.matches(l,t[s])!==n))continue
s.push(c.entry)
a=true
continue}const{matched:d}=this.matchFolder(c,e)
if(isUnknown(c)){if(!this.isVisible(c,e))continue
const n=r.every(({set:e,want:n},s)=>e.test(l,t[s]).matched===n||e.mayMatchInUnknown(l,n?"plain":"negated"))
if(n)s.push(c.entry)
a||=n
continue}if(d&&!this.ignore.patterns.mayHaveExceptionBelow(this.pathOf(c)))continue
const u=r.map(({set:e},n)=>e.test(l,t[n]))
const f=!d&&r.every(({want:e},t)=>u[t]?.matched===e)
s.push(c.entry)
const h=u.map(({matches:e})=>e)
const p=this.collect(c,h,n)||f
if(!p)s.pop()
a||=p}return a}pathsByName(){if(this.names!==undefined)return this.names
const e=new Map
const walk=t=>{for(const n of t.children?.values()??[]){if(!this.isVisible(n,t))continue
const s=n.name.toLowerCase()
const r=e.get(s)
if(r===undefined)e.set(s,[this.pathOf(n)])
else r.push(this.pathOf(n))
walk(n)}}
walk(this.root)
this.names=e
return e}}function suggestPath(e,t){const n=t.at(-1)
if(n===undefined)return undefined
const s=e.pathsByName().get(n.toLowerCase())??[]
const[r]=s.toSorted((e,n)=>equalEndParts(n,t)-equalEndParts(e,t)||e.length-n.length||(e<n?-1:1))
return r??similarPath(e,t.slice(0,-1),n)}function equalEndParts(e,t){const[n,s]=[e.split("/").reverse(),[...t].reverse()]
const r=n.findIndex((e,t)=>e!==s[t])
return r<0?n.length:r}function similarPath(e,t,n){const s=e.resolvePath(t)
if(s.kind!=="found")return undefined
const r=(0,m.h)(n,s.node.children?.keys()??[])
const i=e.pathOf(s.node)
return r===undefined||i===""?r:`${i}/${r}`}function selectFiles(e,t,n,{context:s=""}={}){const r=contextViewOf(toTree(t),n??$)
const i=[]
const a=e.inputs.filter(e=>e.context===s).map(t=>({input:t,entries:selectInput(t,r,e.file,i)}))
return{inputs:a,problems:i}}function selectInput(e,t,n,s){const report=t=>s.push({...t,at:{file:n,line:e.line}})
const r=toPatterns(e.excludes)
if(r===undefined)report({code:"dockerfile/source-pattern",message:`${e.label}: malformed pattern in --exclude`})
const i={view:t,excludes:r,report:report}
const a=[]
for(const n of new Set(e.sources)){const s=e.kind==="mount"||!hasWildcards(n)
if(!s&&!isGlob(n))report({code:"dockerfile/source-pattern",message:`${e.label}: malformed pattern "${n}"`})
else if(e.parents)a.push(...selectWithParents(n,i))
else{const e=s?[splitContextPath(n)]:expandGlob(n,i)
for(const t of e)a.push(...selectPath({parts:t,source:n,isLiteral:s},i))
if(!s)a.push(e.flatMap(e=>t.folderEntry(e)))}}const[o=[],...c]=new Set(a)
const l=c.length===0?o:mergeEntries([o,...c])
reportObstacles(l,report)
return l}function mergeEntries(e){const t=new Map
for(const n of e)for(const e of n)t.set(e.path,e)
return[...t.values()].sort((e,t)=>e.path<t.path?-1:1)}function selectPath({parts:e,source:t,isLiteral:n},{view:s,excludes:r,report:i}){const a=s.resolvePath(e[0]===".git"?[".git"]:e)
if(a.kind==="found"){const e=s.entriesBelow(a.node,r)
return a.links.length===0?[e]:[a.links,e]}if(a.kind==="unknown")return[a.links,[a.folder]]
if(a.kind==="loop")i({code:"dockerfile/link-loop",message:`${t}: too many symbolic links, they form a loop`})
else if(a.outside!==undefined)i({code:"dockerfile/link-outside",message:`${a.outside.path} is a symbolic link that leaves the build context (-> ${a.outside.target})`,fix:"copy its target into the context, or use a larger context"})
else if(a.kind==="ignored")i({code:"dockerfile/ignored-source",message:`${t} is excluded from the build context${a.by===undefined?"":` by ${a.by}`}`,fix:`add the line !${e.join("/")} to the ignore file, or remove the pattern`})
else if(n){const n=suggestPath(s,e)
i({code:"dockerfile/missing-source",message:`${t} does not exist in the build context`,...(0,d.s)({fix:n&&`did you mean ${n}?`})})}return[a.links]}function expandGlob(e,t){const n=splitContextPath(e)
const s=t.view.glob(n)
if(s!==undefined)return s
const r=n.slice(0,n.findIndex(hasWildcards))
const i=selectPath({parts:r,source:r.join("/"),isLiteral:true},t).flat()
return i.some(({obstacle:e})=>e==="submodule")?[r]:[]}function selectWithParents(e,t){const{view:n,excludes:s}=t
const r=e.indexOf("/./")
const i=r<0?"/":e.slice(0,r)
const a=!hasWildcards(i)
const o=splitContextPath(r<0?e:e.slice(r+3)).join("/")
const c=o===""?undefined:toPatterns([o])
const l=a?[splitContextPath(i)]:expandGlob(i,t)
const d=l.flatMap(e=>{const r=n.resolvePath(e)
return r.kind==="found"?[r.links,n.entriesBelow(r.node,s,c)]:selectPath({parts:e,source:i,isLiteral:a},t)})
if(hasWildcards(e)||d.some(e=>e.length>0))return d
return[...d,...selectPath({parts:splitContextPath(e),source:e,isLiteral:true},t)]}function toPatterns(e){const t=e.map(parsePathPattern).filter(e=>e!=="empty")
const n=t.filter(e=>e!==undefined)
return n.length===t.length?new PatternSet(n):undefined}const S={submodule:{code:"dockerfile/submodule",is:"a submodule that is not checked out",why:"its folder is empty here, so it would be empty in the image",fix:"check it out: `submodules: recursive` of actions/checkout, or `git submodule update --init --recursive`; or add it to the ignore file"},"lfs-pointer":{code:"dockerfile/lfs-pointer",is:"a Git LFS pointer, not the file",why:"the image would contain the pointer's three lines",fix:"fetch the file: `lfs: true` of actions/checkout, or `git lfs pull`; or add it to the ignore file"},"skipped-converted":{code:"dockerfile/not-checked-out",is:"skipped by the sparse checkout",why:"a checkout converts it (.gitattributes or core.autocrlf), so git's object does not have the bytes of the image",fix:"add it to the sparse checkout: `git sparse-checkout add FOLDER`"},name:{code:"dockerfile/file-name",is:"a file whose name is not UTF-8",why:"BuildKit does not accept such names",fix:"rename it, or add it to the ignore file"}}
const E=3
function reportObstacles(e,t){const n=new Map
for(const{kind:s,path:r,unreadable:i,obstacle:a}of e)if(a==="skipped")continue
else if(a!==undefined)n.set(a,[...n.get(a)??[],r])
else if(i!==undefined)t({code:"dockerfile/unreadable",message:`${r} cannot be read`,why:i})
else if(s==="other")t({code:"dockerfile/special-file",message:`${r} is not a file, folder or symbolic link`,fix:"delete it, or add it to the ignore file"})
for(const[e,s]of n){const{is:n,...r}=S[e]
const i=s.length-E
const a=`${s.slice(0,E).join(", ")}${i>0?` and ${i} more`:""}`
t({...r,message:`${a}: ${n}`})}}const startFacts=(e={ports:[],labels:Object.create(null),env:Object.create(null)})=>e
function applyInstruction(e,t,n){const{keyword:s,args:r,form:i,line:a}=t
const o=r[0]??""
const c={value:{form:i,words:r},line:a}
switch(s){case"USER":return{...e,user:{value:n(o),line:a}}
case"WORKDIR":{const t=n(o)
const s=e.workdir?.value??"/"
const r=t.startsWith("/")?t:`${s.replace(/\/$/,"")}/${t}`
return{...e,workdir:{value:r,line:a}}}case"SHELL":return{...e,shell:{value:r,line:a}}
case"CMD":return{...e,cmd:c}
case"ENTRYPOINT":return{...e,entrypoint:c}
case"HEALTHCHECK":{const t=r.length===0?"none":i==="json"?"exec":"shell"
return{...e,healthcheck:{value:{kind:t,words:r},line:a}}}case"EXPOSE":for(const t of r)if(e.ports.length<=j)for(const s of toPorts(n(t)))e.ports.push({value:s,line:a})
return e
case"LABEL":case"ENV":{const r=s==="LABEL"?e.labels:e.env
for(const{key:e,value:s}of t.pairs)r[n(e)]={value:n(s??""),line:a}
return e}default:return e}}const j=2*65535
function toPorts(e){const t=/^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/i.exec(e)
const n=Number(t?.[1])
const s=Number(t?.[2]??t?.[1])
if(t===null||s<n||s>65535)return[]
const r=t[3]?.toLowerCase()==="udp"?"udp":"tcp"
return Array.from({length:s-n+1},(e,t)=>({port:n+t,protocol:r}))}const A=/^(?:python[\d.]*|pypy[\d.]*|node|nodejs|bun|deno|java|jshell|ruby|irb|perl|php|lua|erl|iex|ghci|dotnet|sh|bash|ash|dash|zsh|busybox|tini|dumb-init|catatonit|docker-entrypoint\.sh)$/
function definesCommand({entrypoint:e,cmd:t}){const n=[e,t].flatMap(e=>{const{form:t,words:n}=e?.value??{form:"json",words:[]}
return t==="shell"?n.flatMap(e=>e.trim().split(/\s+/)):n})
return n.some(e=>!e.startsWith("-")&&!A.test(e.slice(e.lastIndexOf("/")+1)))}var T=n(11886)
class VariableScope{budget
values
open
declared=new Set
volatileArgsByVariable=new Map
above
known
constructor(e,t,n){this.values=new Map(e)
this.open=t==="open"
this.budget=n.budget
this.above=n instanceof VariableScope?n:undefined}child(){return new VariableScope([],this.open?"open":"closed",this)}*scopes(){for(let e=this;e!==undefined;e=e.above)yield e}find(e){for(const{values:t}of this.scopes()){const n=t.get(e)
if(n!==undefined)return n}return undefined}get(e){return this.find(e)??{kind:this.open?"unknown":"unset"}}knownValues(){if(this.known!==undefined)return this.known
const e=new Map([...this.scopes()].reverse().flatMap(({values:e})=>[...e]))
this.known=Object.fromEntries([...e].flatMap(([e,t])=>t.kind==="set"?[[e,t.value]]:[]))
return this.known}isSet(e){return this.find(e)!==undefined}isDeclared(e){for(const{declared:t}of this.scopes())if(t.has(e))return true
return false}declare(e){this.declared.add(e)}set(e,t,n=new Set){this.values.set(e,t)
this.known=undefined
if(n.size>0||this.volatileArgsOf(e).size>0)this.volatileArgsByVariable.set(e,n)}volatileArgsOf(e){for(const{volatileArgsByVariable:t}of this.scopes()){const n=t.get(e)
if(n!==undefined)return n}return new Set}volatileArgsIn(e){const t=e??new Set([...this.scopes()].flatMap(e=>[...e.volatileArgsByVariable.keys()]))
return new Set([...t].flatMap(e=>[...this.volatileArgsOf(e)]))}}function expandInScope(e,t,n,s={}){try{const lookup=t=>e.get(t)
const{budget:r}=e
return{kind:"expanded",...expandVariables(t,{escape:n,lookup:lookup,budget:r,...s})}}catch(e){if(e instanceof SubstitutionError)return{kind:"wrong",message:e.message,isExhausted:e instanceof ExhaustedBudget}
throw e}}function toVariable(e){if(e.kind==="wrong"||e.unknown.size>0)return{kind:"unknown"}
return{kind:"set",value:e.value}}const I=["PLATFORM","OS","ARCH","VARIANT","OSVERSION"]
const Y=new Set([...["HTTP_PROXY","HTTPS_PROXY","FTP_PROXY","NO_PROXY","ALL_PROXY"].flatMap(e=>[e,e.toLowerCase()]),...I.flatMap(e=>[`TARGET${e}`,`BUILD${e}`]),...["TARGETSTAGE","SOURCE_DATE_EPOCH"]])
const isPredefined=e=>Y.has(e)||e.startsWith("BUILDKIT_")
function platformVariables(e,t,n,{args:s}){const r=new Map([...platformArgValues("TARGET",e),...platformArgValues("BUILD",t),["TARGETSTAGE",{kind:"set",value:n}]])
for(const e of r.keys())if(Object.hasOwn(s,e))r.set(e,{kind:"set",value:s[e]??""})
return r}function platformArgValues(e,t){const n=I.map(t=>e+t)
if(t===undefined)return n.map(e=>[e,{kind:"unknown"}])
const s=canonicalPlatform(t)
const[r="",i="",a=""]=s.split("/")
return[s,r,i,a,""].map((e,t)=>[n[t]??"",{kind:"set",value:e}])}function canonicalPlatform(e){const t=e.toLowerCase().split("/")
const[n="linux",s="",r]=t.length===1?["linux",...t]:t
const i={aarch64:"arm64",x86_64:"amd64",armhf:"arm"}[s]??s
if(i==="arm64"&&(r==="v8"||r==="8"))return`${n}/${i}`
if(i==="amd64"&&r==="v1")return`${n}/${i}`
if(i==="arm"&&r===undefined)return`${n}/arm/v7`
return[n,i,r].filter(e=>e!==undefined&&e!=="").join("/")}const C=/^[\w.-]+(?:\/[\w.-]+){0,2}$/
function resolveStages(e,t,n,s){const r=new Map
const toImage=e=>{if(e==="scratch")return{kind:"scratch"}
const t=namedContextKey(e)
return n.has(t)?{kind:"named",name:t,ref:e}:{kind:"image",ref:e}}
const i=e.stages.map(i=>{const expand=(n,r)=>{const a=expandInScope(t,n,e.escape)
if(a.kind==="wrong"){s.wrong(`${r} ${n}`,a,i.line)
return""}const{value:o,unknown:c,unset:l}=a
if(c.size>0){if(r!=="FROM")return""
s.unclear(`${r} ${n}: the value of ${[...c].join(", ")} is unknown`,i.line)}else if(o==="")s.problem(`${r} ${n} is empty: ${[...l].join(", ")} is not set`,i.line)
return o}
const a=expand(i.from,"FROM")
const o=i.platform===undefined?undefined:expand(i.platform,"FROM --platform")
if(o!==undefined&&o!==""&&!C.test(o))s.problem(`FROM --platform=${i.platform}: invalid platform ${o}`,i.line)
const c=r.get(a)
const l=a.toLowerCase()
if(c===undefined&&a!==""&&!isReference(a)){const e=r.has(l)?`write ${l}: stage names are lower case`:undefined
s.problem(`FROM ${a}: invalid image reference`,i.line,e)}const{name:u}=i
const f=u!==undefined&&n.has(u)?{kind:"named",name:u,ref:u}:c!==undefined?{kind:"stage",stage:c}:toImage(a)
if(u!==undefined)r.set(u,i.index)
return{stage:i,base:f,...(0,d.s)({platform:o})}})
return{stages:i,resolveFrom:(e,t,n)=>{const s=n==="allowed"&&/^[+-]?\d+$/.test(e)
const a=s?Number(e):r.get(e.toLowerCase())
if(a===undefined)return isReference(e)?toImage(e):"it is neither an image reference nor a stage"
if(a<0||a>=i.length)return`stage ${e} does not exist`
if(a===t)return`stage ${e} copies from itself`
if(a>t)return`stage ${e} is defined later: define it before this stage`
return{kind:"stage",stage:a}},findStage:e=>e===undefined?i.length-1:r.get(e.toLowerCase())}}function namedContextKey(e){const t=(0,T.WF)(e)
return t.kind==="reference"?(0,T.hG)(t.reference):e}const isReference=e=>(0,T.WF)(e).kind==="reference"
function reachableStages(e,t,n){const s=new Set
const visit=t=>{if(s.has(t))return
s.add(t)
const r=e.stages[t]?.base
if(r?.kind==="stage")visit(r.stage)
for(const e of n(t))visit(e)}
visit(t)
return[...s].sort((e,t)=>e-t)}function copiedFromNames(e){const t=e.keyword==="COPY"?[flagValue(e,"from")]:(readMounts(e)??[]).map(({from:e})=>e)
return t.filter(e=>e!==undefined&&e!=="")}const M=200
const shorten=e=>e.length<=M?e:`${e.slice(0,M)}\u2026`
class TraceResult{inputs=[]
images=[]
named=[]
urls=[]
secrets=new Set
ssh=new Set
declared=new Set
wholeContext=[]
unset=[]
steps=[]
volatile=[]
problems=[]
file
budget
isExhausted=false
constructor(e,t){this.file=e
this.budget=t}addProblem(e,t,n,s){const r={file:this.file,line:n}
this.problems.push({code:e,message:t,at:r,...(0,d.s)({fix:s})})}addExpansionProblem(e,{message:t,isExhausted:n},s,r="dockerfile/expansion"){if(n&&this.isExhausted)return
this.isExhausted||=n
this.addProblem(r,`${shorten(e)}: ${t}`,s)}checkBudget(){if(this.isExhausted||this.budget.characters>=0&&this.budget.comparisons>=0)return
this.addProblem("dockerfile/expansion","the variables expand to too many characters in total",1)}addUnclear(e,t){this.wholeContext.push({reason:e,line:t})}}function wholeContextInput({line:e,stage:t,...n}){return{...n,sources:["/"],excludes:[],parents:false,oneMode:false,line:e,stage:t}}class CopySourceCollector{graph
expander
result
platform
constructor(e,t,n,s){this.graph=e
this.expander=t
this.result=n
this.platform=s}collectCopy(e){const{instruction:t,stage:n}=e
const{keyword:s,line:r}=t
const i=t.args.slice(0,-1).filter(e=>parseHeredocStart(e)===undefined)
if(i.length===0)return
const a=s==="COPY"&&flagValue(t,"from")||""
const o=a===""?"":this.resolveFrom(a,e)
if(o===undefined)return
const c=[]
for(const t of i){const n=this.expander.expandPath(t,e)
if(n===undefined){if(o!=="")c.push("/")
continue}const r=s==="ADD"?addSourceKind(n):"local"
if(r==="local")c.push(n)
else this.collectUrl(n,r,e)}if(c.length===0)return
this.result.inputs.push({kind:s==="ADD"?"add":"copy",label:[s,...o===""?[]:[`--from=${a}`],...c].join(" "),context:o,sources:c,excludes:flagValues(t,"exclude"),parents:isFlagOn(t,"parents"),oneMode:/^[0-7]{3,4}$/.test(flagValue(t,"chmod")??""),line:r,stage:n})}collectUrl(e,t,n){const{instruction:s,stage:r}=n
const i=flagValue(s,"checksum")
const a=i===undefined?undefined:this.expander.expand(i,n)
const o=/[#?&].*$/s.exec(e)?.[0]??""
const c=t==="git"&&/[#?&=][0-9a-f]{40}(?:[0-9a-f]{24})?(?:[:&]|$)/.test(o)
const l=c||a!==undefined&&a!==""
this.result.urls.push({kind:t,url:e,pinned:l,line:s.line,stage:r,...(0,d.s)({checksum:a})})}collectMounts(e){const{instruction:t,stage:n}=e
const{line:s}=t
const r=readMounts(t)
if(r===undefined){this.result.addUnclear("invalid RUN --mount",s)
return}for(const t of r){const r=t.from??""
const i=r===""?"":this.resolveFrom(r,e)
const a=this.expander.expand(t.type,e)?.toLowerCase()
const id=t=>this.expander.expand(t,e)??t
if(a===undefined)this.result.addUnclear(`RUN --mount=type=${t.type} depends on an unknown value`,s)
else if(a==="secret")this.result.secrets.add(id(t.id||t.source||t.target.replace(/^.*\//,"")))
else if(a==="ssh")this.result.ssh.add(id(t.id||t.source||"default"))
else if(!["bind","cache","tmpfs"].includes(a))this.result.addUnclear(`RUN --mount=type=${a} has an unknown mount type`,s)
else if(i!==undefined&&(a==="bind"||a==="cache"&&r!=="")){const a=this.expander.expandPath(t.source,e)??""
const o=["RUN --mount",...r===""?[]:[`from=${r}`],a||"."].join(" ")
const c=wholeContextInput({kind:"mount",label:o,context:i,line:s,stage:n})
this.result.inputs.push({...c,sources:[a||"/"]})}}}resolveFrom(e,{instruction:t,stage:n}){const{keyword:s,line:r}=t
const i=s==="COPY"?"COPY":"RUN"
if(e.includes("$")){const t="add a stage for the image: FROM accepts variables"
this.result.addProblem("dockerfile/from",`${s} from=${e}: variables are not expanded here`,r,t)
return undefined}const a=this.graph.resolveFrom(e,n,i==="COPY"?"allowed":"not allowed")
if(typeof a==="string")this.result.addProblem("dockerfile/from",`${s} from=${e}: ${a}`,r)
else if(a.kind==="image")this.result.images.push({...{ref:a.ref,platform:"target",platformName:this.platform},...{use:i,line:r,stage:n}})
else if(a.kind==="named"){this.result.named.push({name:a.name,ref:a.ref,use:i,line:r,stage:n})
return a.name}return undefined}}function addSourceKind(e){const t=/^https?:\/\/[^#?]*/i.exec(e)
if(t!==null)return t[0].endsWith(".git")?"git":"http"
if(/^(?:git|ssh):\/\//i.test(e))return"git"
return/^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:.+/.test(e)?"git":"local"}class VariableExpander{escape
buildArgs
result
constructor(e,t,n){this.escape=e
this.buildArgs=t
this.result=n}expand(e,{instruction:t,stage:n,scope:s}){const r=expandInScope(s,e,this.escape)
const{keyword:i,line:a}=t
if(r.kind==="wrong"){this.result.addExpansionProblem(`${i} ${e}`,r,a)
return undefined}const reportUnset=(e,t)=>{for(const r of e)if(!s.isDeclared(r)&&!s.isSet(r))this.result.unset.push({name:r,keyword:i,line:a,stage:n,certainty:t})}
reportUnset(r.unset,"sure")
reportUnset(r.unknown,"maybe")
return r.unknown.size>0?undefined:r.value}expandPath(e,t){const n=this.result.problems.length
const s=this.expand(e,t)
const{keyword:r,line:i}=t.instruction
if(s===undefined&&this.result.problems.length===n)this.result.addUnclear(`${r} ${e} depends on an unknown value`,i)
return s}expandForDisplay(e,t){return this.expand(e,t)??this.previewText(e,t.scope)}previewText(e,t){const lookup=e=>{const n=t.get(e)
return n.kind==="unknown"?{kind:"set",value:`\${${e}}`}:n}
try{return expandVariables(e,{escape:this.escape,lookup:lookup,budget:t.budget}).value}catch(t){if(t instanceof SubstitutionError)return e
throw t}}applyArg(e,t,n){const{args:s,volatile:r}=this.buildArgs
for(const{key:i,value:a}of e.pairs){t.declare(i)
if(!isPredefined(i))this.result.declared.add(i)
if(r.has(i))t.set(i,{kind:"unknown"},new Set([i]))
else if(Object.hasOwn(s,i))t.set(i,{kind:"set",value:s[i]??""})
else if(a!==undefined){const n=expandInScope(t,a,this.escape)
if(n.kind==="wrong")this.result.addExpansionProblem(`ARG ${i}`,n,e.line)
t.set(i,toVariable(n),volatileArgsOf(n,t))}else{const e=n?.get(i)
if(e!==undefined&&e.kind!=="unset")t.set(i,e,n?.volatileArgsIn([i]))}}}applyEnv(e,t){const n=e.pairs.map(({key:e,value:n})=>{const s=expandInScope(t,e,this.escape)
const r=expandInScope(t,n??"",this.escape)
return[s.kind==="wrong"?e:s.value,toVariable(r),volatileArgsOf(r,t)]})
for(const[e,s,r]of n)t.set(e,s,r)}volatileArgsIn({keyword:e,args:t,flags:n,pairs:s,heredocs:r},i){if(e==="RUN")return i.volatileArgsIn()
if(!D.has(e))return new Set
const a=[...t,...n.map(({value:e})=>e??""),...s.flatMap(({key:e,value:t=""})=>[e,t])]
const o=[...a.map(e=>expandInScope(i,e,this.escape)),...r.flatMap(({expand:e,content:t})=>e?[expandInScope(i,t,this.escape,{text:"plain"})]:[])]
return new Set(o.flatMap(e=>[...volatileArgsOf(e,i)]))}}const D=new Set("ADD COPY ENV EXPOSE FROM LABEL STOPSIGNAL USER VOLUME WORKDIR".split(" "))
const volatileArgsOf=(e,t)=>t.volatileArgsIn(e.kind==="wrong"?[]:e.unknown)
const L=/^(?:docker\/dockerfile(?:-upstream)?|moby\/dockerfile)(?:[:@]|$)/
class StageWalker{dockerfile
options
result
budget=fullBudget()
expander
globals
graph
copySources
instructionsByStage=new Map
scopes=new Map
facts=new Map
finalChain
target
triggers=0
constructor(e,t){this.dockerfile=e
this.options=t
const{args:n,volatile:s=new Set,names:r=new Set,platform:i}=t
this.result=new TraceResult(e.file,this.budget)
this.expander=new VariableExpander(e.escape,{args:n,volatile:s},this.result)
this.globals=this.readGlobals({args:n,volatile:s})
this.graph=resolveStages(e,this.globals,r,{problem:(e,t,n)=>this.result.addProblem("dockerfile/from",e,t,n),unclear:(e,t)=>this.result.addUnclear(e,t),wrong:(e,t,n)=>this.result.addExpansionProblem(e,t,n,"dockerfile/from")})
this.target=this.targetIndex()
this.finalChain=this.chainOf(this.target)
this.copySources=new CopySourceCollector(this.graph,this.expander,this.result,canonicalPlatform(i))}walk(){this.visitSyntaxDirective()
const{target:e}=this
const t=reachableStages(this.graph,e,e=>this.stagesUsedBy(e))
for(const e of t)this.visitStage(this.stageAt(e))
this.result.checkBudget()
const{inputs:n,images:s,named:r,urls:i,secrets:a,ssh:o,declared:c,wholeContext:l,unset:d,steps:u,volatile:f,problems:h}=this.result
const[p]=l
if(p!==undefined){const t=p.line??1
n.push(wholeContextInput({kind:"context",label:"the whole context",context:"",line:t,stage:e}))}return{file:this.dockerfile.file,stages:t.map(e=>toTracedStage(this.stageAt(e))),...{inputs:n,images:s,named:r,urls:i,wholeContext:l,unset:d,steps:u,volatile:f,problems:h},secrets:[...a].sort(),ssh:[...o].sort(),declaredArgs:[...c].sort(),finalStage:this.finalStage()}}stageAt(e){const t=this.graph.stages[e]
if(t===undefined)throw new Error(`no stage ${e}`)
return t}visitSyntaxDirective(){const e=this.dockerfile.directives.find(({name:e})=>e==="syntax")
const t=e?.value.split(" ")[0]
if(e===undefined||t===undefined)return
this.result.images.push({ref:t,platform:"build",use:"syntax",line:e.line})
if(!L.test(namedContextKey(t)))this.result.addUnclear(`# syntax=${t} is not Docker's own frontend`,e.line)}readGlobals(e){const{platform:t,buildPlatform:n,target:s}=this.options
const r=s??this.dockerfile.stages.at(-1)?.name??"default"
const i=new VariableScope(platformVariables(t,n,r,e),"closed",this)
for(const e of this.dockerfile.globals)this.expander.applyArg(e,i,undefined)
return i}targetIndex(){const{target:e}=this.options
const t=this.graph.findStage(e)
if(t!==undefined)return t
const n=this.dockerfile.stages.flatMap(({name:e})=>e??[])
const s=(0,m.h)(e??"",n)
const r=`there is no stage "${e}" in ${this.dockerfile.file}`
this.result.addProblem("dockerfile/target",r,1,s&&`did you mean ${s}?`)
return this.graph.stages.length-1}instructionsOf(e){const{stage:t,base:n}=e
const s=this.instructionsByStage.get(t.index)
if(s!==undefined)return s
const r=[]
if(n.kind==="stage"){for(const e of this.stageAt(n.stage).stage.instructions)if(e.keyword==="ONBUILD")r.push(...this.parseTrigger(e.rest,e))}else{const s=n.kind==="named"?this.options.triggers?.(n.name):this.baseConfigOf(e)?.onbuild
for(const e of s??[])r.push(...this.parseTrigger(e,{...t.instruction,heredocs:[]}))}this.triggers+=r.length
if(this.triggers>a.words){const e=`more than ${a.words} ONBUILD triggers in all stages`
this.result.addProblem("dockerfile/too-large",e,t.line)
r.length=0
this.triggers=0}const i=[...r,...t.instructions]
this.instructionsByStage.set(t.index,i)
return i}parseTrigger(e,t){const n=parseInstruction(e,this.dockerfile.escape)
if(typeof n!=="string")return[{...t,...n}]
this.result.addUnclear(`ONBUILD ${e}: ${n}`,t.line)
return[]}baseConfigOf(e){if(e.base.kind!=="image")return undefined
return this.options.baseConfig?.(e.base.ref,this.platformOf(e).platformName)}stagesUsedBy(e){return this.instructionsOf(this.stageAt(e)).flatMap(t=>copiedFromNames(t).flatMap(n=>{const s=this.graph.resolveFrom(n,e,t.keyword==="COPY"?"allowed":"not allowed")
return typeof s!=="string"&&s.kind==="stage"?[s.stage]:[]}))}visitStage(e){this.visitBase(e)
const{base:t,stage:n}=e
const s=this.scopeOf(e)
let r=startFacts(t.kind==="stage"?this.facts.get(t.stage):undefined)
if(!this.finalChain.has(n.index))r={...r,...startFacts()}
let i=false
for(const t of this.instructionsOf(e)){const{keyword:e,unclear:a,line:o}=t
const c={instruction:t,stage:n.index,scope:s}
if(a!==undefined)this.result.addUnclear(a,o)
r=applyInstruction(r,t,e=>this.expander.expandForDisplay(e,c))
this.addVolatileUses(c)
i||=e==="CMD"
if(e==="ENTRYPOINT"&&!i){const{cmd:e,...t}=r
r=t}if(e==="ARG")this.expander.applyArg(t,s,this.globals)
else if(e==="ENV")this.expander.applyEnv(t,s)
else if(e==="COPY"||e==="ADD")this.copySources.collectCopy(c)
else if(e==="RUN")this.copySources.collectMounts(c)
if(e==="COPY"||e==="ADD"||e==="RUN")this.result.steps.push({stage:n.index,instruction:t,workdir:r.workdir?.value??"/",paths:e==="RUN"?[]:t.args.map(e=>this.expander.previewText(e,s)),variables:e==="RUN"?s.knownValues():{}})}this.scopes.set(n.index,s)
this.facts.set(n.index,r)}addVolatileUses({instruction:e,stage:t,scope:n}){const{keyword:s,line:r}=e
for(const i of this.expander.volatileArgsIn(e,n))this.result.volatile.push({name:i,keyword:s,line:r,stage:t})}visitBase(e){const{base:t,stage:n}=e
this.addVolatileUses({instruction:n.instruction,stage:n.index,scope:this.globals})
const s={use:"FROM",line:n.line,stage:n.index}
if(t.kind==="image"){this.result.images.push({ref:t.ref,...this.platformOf(e),...s})}else if(t.kind==="named"){this.result.named.push({name:t.name,ref:t.ref,...s})
const e={kind:"base",label:`FROM ${t.ref}`,context:t.name}
this.result.inputs.push(wholeContextInput({...e,line:n.line,stage:n.index}))}}scopeOf(e){const{base:t}=e
if(t.kind==="stage")return this.scopes.get(t.stage)?.child()??new VariableScope([],"open",this)
if(t.kind==="scratch")return new VariableScope([],"closed",this)
const n=this.baseConfigOf(e)
const s=Object.entries(n?.env??{}).map(([e,t])=>[e,{kind:"set",value:t}])
return new VariableScope(s,n===undefined?"open":"closed",this)}platformOf({stage:e,platform:t}){const n=e.platform
if(n===undefined)return{platform:"target",platformName:canonicalPlatform(this.options.platform)}
const s=/\$\{?BUILD/.test(n)?"build":/\$\{?TARGET/.test(n)?"target":"explicit"
if(t===undefined||t==="")return{platform:s}
return{platform:s,platformName:canonicalPlatform(t)}}chainOf(e){const t=new Set([e])
for(let{base:n}=this.stageAt(e);n.kind==="stage";({base:n}=this.stageAt(n.stage)))t.add(n.stage)
return t}finalStage(){const{target:e}=this
const t=[...this.finalChain]
const{base:n}=this.stageAt(t.at(-1)??e)
const{labels:s,env:r,...i}=this.facts.get(e)??startFacts()
const{line:a}=this.stageAt(e).stage
return{...i,labels:{...s},env:{...r},stage:e,chain:t,base:n,line:a}}}function toTracedStage({stage:e,base:t,platform:n}){const{index:s,name:r,line:i}=e
return{index:s,base:t,line:i,...(0,d.s)({name:r,platform:n})}}function traceInputs(e,t){return new StageWalker(e,t).walk()}}),7575:((e,t,n)=>{n.d(t,{Hd:()=>r,Qy:()=>u,X5:()=>a,zs:()=>i})
var s=n(12311)
const r=s.Ikc({file:s.YjP(),line:s.aig().exactOptional(),column:s.aig().exactOptional(),endLine:s.aig().exactOptional()})
const i=s.Ikc({code:s.YjP(),message:s.YjP(),at:r.exactOptional(),why:s.YjP().exactOptional(),fix:s.YjP().exactOptional()})
const a=s.k5n(["error","warning","note"])
const o=s.Ikc({file:s.YjP(),from:s.aig(),to:s.aig(),replacement:s.YjP()})
const c=s.Ikc({...i.shape,severity:a,service:s.YjP().exactOptional(),services:s.YOg(s.YjP()).exactOptional(),edits:s.YOg(o).exactOptional()})
const l=s.Ikc({check:s.k5n(["packages","build-checks"]),why:s.YjP()})
const d=s.Ikc({findings:s.aig(),written:s.zMY(),files:s.YOg(s.Ikc({file:s.YjP(),diff:s.YjP()}))})
const u=s.Ikc({kind:s.euz("lucid.lint"),version:s.euz(1),findings:s.YOg(c),files:s.aig(),skipped:s.YOg(l).exactOptional(),baseline:s.Ikc({old:s.aig(),gone:s.aig()}).exactOptional(),fixed:d.exactOptional()})}),20108:((e,t,n)=>{n.d(t,{Z:()=>s})
const s=["missing-source","ignored-source","not-checked-out","special-mode","missing-stage-source","dockerfile-error","undeclared-arg","undefined-variable","volatile-arg-early","volatile-arg-baked","version-label","hardcoded-platform","native-on-build-platform","python-mismatch","from-casing","final-user","distroless-shell","distroless-tool","packages-unseen","missing-module","script-line-ends","script-not-executable","missing-script","healthcheck-mismatch","no-healthcheck","port-not-exposed","port-mismatch","compose-mismatch","loopback-bind","credential","credential-env","secret-file","env-file","large-context","mutable-base","requirements-error","unknown-package","unknown-version","not-installable","no-wheel","source-only","yanked-version","dev-package","unpinned-package","duplicate-package","package-conflict","rival-packages","host-port-collision","image-name","tag-not-unique","unlisted-dockerfile","no-phase","phase-order","buildkit-stage-name-casing","buildkit-from-as-casing","buildkit-no-empty-continuation","buildkit-consistent-instruction-casing","buildkit-duplicate-stage-name","buildkit-reserved-stage-name","buildkit-json-args-recommended","buildkit-maintainer-deprecated","buildkit-undefined-arg-in-from","buildkit-workdir-relative-path","buildkit-undefined-var","buildkit-multiple-instructions-disallowed","buildkit-legacy-key-value-format","buildkit-redundant-target-platform","buildkit-secrets-used-in-arg-or-env","buildkit-invalid-default-arg-in-from","buildkit-from-platform-flag-const-disallowed","buildkit-copy-ignored-file","buildkit-invalid-definition-description","buildkit-expose-proto-casing","buildkit-expose-invalid-format","buildkit-invalid-base-image-platform","buildkit-other"]}),17240:((e,t,n)=>{n.d(t,{D:()=>isGitFile})
function isGitFile(e){return e.split("/").some(e=>e.toLowerCase()===".git")}}),49554:((e,t,n)=>{n.d(t,{Dz:()=>readServiceInputs,MN:()=>cacheFiles,V8:()=>isVolatile,wx:()=>selectInputs})
var s=n(39893)
var r=n(85465)
var i=n(33916)
var a=n(88153)
function cacheFiles(e,t){const n=once(t)
const s=once(async t=>{if(!mayBeThere(e,t))return undefined
const s=await n(t)
return s===undefined?undefined:(0,i.a0)(s,t)})
return{tree:e,readText:n,readIgnore:s}}function mayBeThere(e,t){let n=e
for(const e of t.split("/")){const t=n.children?.get(e)
if(t===undefined)return n.entry.kind==="symlink"||e==="."||e===""
n=t}return true}function once(e){const t=new Map
return n=>{const s=t.get(n)??e(n)
t.set(n,s)
return s}}const o=[...["BUILD_DATE","VCS_REF","GIT_COMMIT","REVISION","VERSION","SOURCE_DATE_EPOCH"]]
const c=/\{\{\s*(?:revision|short_revision|date|version)\s*\}\}/
function isVolatile(e,t){const n=t[e]
return n===undefined?o.includes(e):c.test(n)}async function readServiceInputs(e,t,{catalog:n,files:s,readBaseConfig:a}){if(e.problems!==undefined)return e.problems
try{const r=await s.readText(e.dockerfile)
if(r===undefined)return[{code:"dockerfile/missing",message:`${e.dockerfile} cannot be read`,at:e.at}]
const o=(0,i.Ai)(r,e.dockerfile)
const c=fixedArgs(e,n.project)
const l={dockerfile:o,service:e,platform:t,args:c,services:n.services,files:s}
const{trace:d,from:u,startsBase:f}=await traceService(l,a)
const{selected:h,problems:p}=await selectInputs(e,d,s)
const{entrypoint:m,cmd:g}=d.finalStage
const w=f||(m??g)?.value.words.length
return{...{service:e,platform:t,dockerfile:o,args:c,trace:d,selected:h,from:u,problems:[...d.problems,...p]},...(0,i.WG)(d.finalStage)?{command:"own"}:w?{command:"inherited"}:{}}}catch(e){if(e instanceof r.yo)return e.problems
throw e}}function fixedArgs(e,t){const n={name:e.name,project:t,...(0,s.s)({phase:e.phase})}
const r=Object.entries(e.args).filter(([t])=>!isVolatile(t,e.args))
return Object.fromEntries(r.map(([e,t])=>[e,(0,a.ou)(t,n)]))}async function traceService(e,t){const{dockerfile:n,service:s,platform:r,args:a,services:c,files:l}=e
const d=new Set(Object.keys(s.contexts).map(i.GK))
const u={}
for(const[e,t]of Object.entries(s.contexts))if(t.kind==="service")u[(0,i.GK)(e)]=t.service
const f=new Map
const h=new Map
const key=(e,t)=>`${t??r} ${e}`
const p={target:s.target,platform:r,args:a,names:d,volatile:new Set([...o,...Object.keys(s.args)].filter(e=>isVolatile(e,s.args))),baseConfig:(e,t)=>f.get(key(e,t)),triggers:e=>h.get(e)}
for(;;){const e=(0,i.$w)(n,p)
const a=d.size+f.size+h.size
for(const{ref:t}of e.images){const e=makersOf(t,c).find(e=>e.name!==s.name)
if(e===undefined)continue
u[(0,i.GK)(t)]=e.name
d.add((0,i.GK)(t))}const o=e.images.filter(({ref:e,use:t})=>t==="FROM"&&!d.has((0,i.GK)(e)))
const m=new Map(o.map(({ref:e,platformName:t})=>[key(e,t),{ref:e,on:t}]))
const g=[...m].filter(([e])=>t!==undefined&&!f.has(e))
await Promise.all(g.map(async([e,{ref:n,on:s}])=>f.set(e,await(t?.(n,s??r)))))
for(const{name:t,use:n}of e.named){const e=c.find(e=>e.name===u[t])
if(n==="FROM"&&e!==undefined&&!h.has(t))h.set(t,await triggersOf(e,l))}if(d.size+f.size+h.size>a)continue
const w=new Set(e.named.map(({name:e})=>e))
const{base:y}=e.finalStage
const v=e.images.find(({ref:e,use:t})=>t==="FROM"&&y.kind==="image"&&e===y.ref)
return{trace:e,from:Object.fromEntries(Object.entries(u).filter(([e])=>w.has(e))),startsBase:v!==undefined&&f.get(key(v.ref,v.platformName))?.starts===true}}}async function triggersOf({dockerfile:e,target:t},n){try{const{stages:s}=(0,i.Ai)(await n.readText(e)??"",e)
const r=s.findLast(({name:e})=>t===undefined||e===t.toLowerCase())
return(r?.instructions??[]).flatMap(({keyword:e,rest:t})=>e==="ONBUILD"?[t]:[])}catch(e){if(e instanceof r.yo)return[]
throw e}}const l=new WeakMap
function makersOf(e,t){const n=(0,i.GK)(e)
if(n.includes("@"))return[]
const s=l.get(t)??byRepository(t)
l.set(t,s)
return s.get(n.replace(/:[^/:]*$/,""))??[]}function byRepository(e){const t=new Map
for(const n of e)for(const e of new Set([(0,i.GK)(n.declaredImage),(0,i.GK)(n.image)]))t.set(e,[...t.get(e)??[],n])
return t}async function selectInputs(e,t,n){const s=[{key:"",path:e.context,ignore:await mainIgnore(e,n)}]
for(const[t,r]of Object.entries(e.contexts))if(r.kind==="path")s.push({key:(0,i.GK)(t),path:r.path,ignore:await n.readIgnore(ignoreFile(r.path))})
const r=[]
const a=[]
for(const{key:o,path:c,ignore:l}of s){const s=(0,i.dY)(n.tree,c)
if(s===undefined){a.push({code:"dockerfile/context",message:`the build context ${c} is not a folder`,at:e.at})
continue}const d=(0,i.AL)(t,s,l,{context:o})
const u=c==="."?"":`${c}/`
r.push(...d.inputs.map(e=>({...e,root:u})))
for(const e of d.problems)a.push(e)}return{selected:r,problems:a}}async function mainIgnore({dockerfile:e,context:t},n){return await n.readIgnore(`${e}.dockerignore`)??await n.readIgnore(ignoreFile(t))}const ignoreFile=e=>e==="."?".dockerignore":`${e}/.dockerignore`}),9802:((e,t,n)=>{n.d(t,{$P:()=>healthTiming,$m:()=>y,QP:()=>b,VE:()=>$,dh:()=>w,h7:()=>k,pi:()=>v,uT:()=>x})
var s=n(12311)
var r=n(7575)
var i=n(20108)
const a=s.Ikc({container:s.aig(),published:s.aig().exactOptional(),protocol:s.k5n(["tcp","udp"])})
const o=s.Ikc({startPeriod:s.aig(),interval:s.aig(),timeout:s.aig(),retries:s.aig(),successes:s.aig(),stable:s.aig(),stopGracePeriod:s.aig(),deadline:s.aig().exactOptional(),wrongAnswerPeriod:s.aig()})
const c=s.gMt("kind",[s.Ikc({kind:s.euz("http"),path:s.YjP(),port:s.aig(),method:s.k5n(["GET","HEAD","POST"]),headers:s.g1P(s.YjP(),s.YjP()),status:s.YOg(s.PVZ([s.aig(),s.aig()])),body:s.YjP().exactOptional(),bodyMatches:s.YjP().exactOptional(),json:s.YjP().exactOptional(),negative:s.zMY(),timing:o}),s.Ikc({kind:s.euz("tcp"),port:s.aig(),timing:o}),s.Ikc({kind:s.euz("grpc"),port:s.aig(),service:s.YjP().exactOptional(),negative:s.zMY(),timing:o}),s.Ikc({kind:s.euz("command"),command:s.YOg(s.YjP()),timing:o}),s.Ikc({kind:s.euz("healthcheck"),timing:o})])
const l=s.gMt("from",[s.Ikc({id:s.YjP(),from:s.euz("env"),env:s.YjP()}),s.Ikc({id:s.YjP(),from:s.euz("file"),file:s.YjP()})])
const d=s.Ikc({id:s.YjP(),env:s.YjP().exactOptional()})
const u=s.gMt("kind",[s.Ikc({kind:s.euz("service"),service:s.YjP()}),s.Ikc({kind:s.euz("image"),ref:s.YjP()}),s.Ikc({kind:s.euz("path"),path:s.YjP()}),s.Ikc({kind:s.euz("url"),url:s.YjP()})])
const f=s.k5n(["error","warning","off"])
const h=s.Ikc({user:s.YjP().exactOptional(),maxSize:s.aig().exactOptional(),maxGrowth:s.Ikc({kind:s.k5n(["share","bytes"]),most:s.aig()}).exactOptional(),labels:s.YOg(s.YjP()),base:s.YOg(s.YjP()).exactOptional(),files:s.YOg(s.YjP()).exactOptional(),imports:s.YOg(s.YjP()).exactOptional(),allow:s.YOg(s.YjP()).exactOptional(),checks:s.g1P(s.YjP(),f).exactOptional()})
const p=s.Ikc({rules:s.jgl(s.k5n(i.Z),s.k5n([...r.X5.options,"off"]))})
const m=s.Ikc({smoke:s.k5n(["required","advisory","off"]),verify:s.k5n(["required","advisory"]),hardening:s.k5n(["required","advisory"]),stop:s.k5n(["required","warn"]),version:s.k5n(["identical","relabel"]).exactOptional()})
const g=s.Ikc({readOnly:s.zMY(),tmpfs:s.YOg(s.YjP()),capDrop:s.YOg(s.YjP()),noNewPrivileges:s.zMY(),memory:s.aig().exactOptional(),pids:s.aig().exactOptional()})
const w=s.Ikc({name:s.YjP(),title:s.YjP(),description:s.YjP().exactOptional(),phase:s.YjP().exactOptional(),image:s.YjP(),declaredImage:s.YjP(),copies:s.YOg(s.YjP()).exactOptional(),dockerfile:s.YjP(),context:s.YjP(),target:s.YjP().exactOptional(),platforms:s.YOg(s.YjP()),runners:s.g1P(s.YjP(),s.KCZ([s.YjP(),s.YOg(s.YjP())])).exactOptional(),ttl:s.aig().exactOptional(),args:s.g1P(s.YjP(),s.YjP()),secrets:s.YOg(l),ssh:s.YOg(d).exactOptional(),contexts:s.g1P(s.YjP(),u),tags:s.YOg(s.YjP()),floating:s.YOg(s.YjP()),flavor:s.YOg(s.YjP()).exactOptional(),labels:s.g1P(s.YjP(),s.YjP()),created:s.euz("commit").exactOptional(),compression:s.euz("zstd").exactOptional(),rewriteTimestamp:s.zMY().exactOptional(),run:s.k5n(["job","never"]).exactOptional(),command:s.YOg(s.YjP()).exactOptional(),ports:s.YOg(a),health:c.exactOptional(),timing:o.exactOptional(),needs:s.YOg(s.YjP()),env:s.g1P(s.YjP(),s.YjP()),hardening:g,verify:h,policy:m,lint:p.exactOptional(),problems:s.YOg(r.zs).exactOptional(),at:r.Hd})
const y=s.Ikc({name:s.YjP(),title:s.YjP(),phase:s.YjP().exactOptional(),at:r.Hd})
const v=s.Ikc({name:s.YjP(),image:s.YjP(),run:s.euz("job").exactOptional(),command:s.YOg(s.YjP()).exactOptional(),env:s.g1P(s.YjP(),s.YjP()),ports:s.YOg(a),health:c.exactOptional(),timing:o.exactOptional(),needs:s.YOg(s.YjP()),at:r.Hd})
const k=s.Ikc({id:s.YjP(),title:s.YjP()})
const x=s.Ikc({name:s.YjP(),subnet:s.YjP().exactOptional()})
const b={...{startPeriod:6e4,interval:1e3,timeout:5e3,retries:3},...{successes:2,stable:1e3,stopGracePeriod:1e4,wrongAnswerPeriod:15e3}}
const $=6e5
const healthTiming=({health:e,timing:t})=>e?.timing??t??b}),23600:((e,t,n)=>{n.d(t,{c:()=>verifyCheckLevel,x:()=>s})
const s=[{id:"platform",level:"error",title:"Has the expected platform",docs:"In the configuration and each index entry."},{id:"layers",level:"error",title:"Every layer is readable and matches its digest",docs:"A layer that unpacks to more than 32 GiB or a million files counts as broken."},{id:"base",level:"error",title:"Has an allowed base image",docs:"Runs with `verify.base`. The base image is found by its layers, else by the label `org.opencontainers.image.base.name`. A service of the same catalog is allowed if its base image is."},{id:"user",level:"error",title:"Runs as the expected user",docs:"`verify.user`, else `65532:65532` for a distroless base image."},{id:"nonroot",level:"warning",title:"Runs as a numeric user that is not root",docs:"A name is resolved in `/etc/passwd`. Kubernetes' `runAsNonRoot` rejects names."},{id:"labels",level:"error",title:"Has the required labels with a value",docs:"Those in `verify.labels`."},{id:"revision",level:"error",title:"Has its commit as a label",docs:"The commit of the run that built it, in `org.opencontainers.image.revision`."},{id:"labels-expanded",level:"error",title:"No label has a placeholder",docs:"`$BUILD_DATE` in a label is an undeclared build argument."},{id:"env-expanded",level:"warning",title:"No environment variable has a placeholder or a URL with an empty password",docs:"`ENV` is expanded at build time; an undeclared variable becomes empty: `mongodb://lucid:@host`."},{id:"credentials",level:"error",title:"No credential in environment, labels or history",docs:"Tokens and keys by format, passwords in URLs, values of variables such as `API_KEY`. Anyone with the image can read them: pass them as build secrets, or when the container starts."},{id:"size",level:"error",title:"Not larger than its limit",docs:"Compressed, at most `verify.max_size`."},{id:"growth",level:"warning",title:"Not much larger than the published image",docs:"At most `verify.max_growth`, else 25 %, larger than the floating tag's image. Names the instructions of the layers that grew."},{id:"port",level:"error",title:"Exposes the ports of the catalog",docs:"One row per port."},{id:"port-extra",level:"warning",title:"Exposes no port that the catalog lacks",docs:"If the catalog has ports."},{id:"healthcheck",level:"warning",title:"Has a HEALTHCHECK",docs:"If the catalog has ports or a health check."},{id:"healthcheck-program",level:"error",title:"The HEALTHCHECK's program is in the image",docs:"Distroless images have no `curl`, `wget` or shell (which the shell form needs), and may have Python only as `/usr/bin/python3`."},{id:"healthcheck-target",level:"warning",title:"The HEALTHCHECK requests the port and path of the catalog",docs:"Compares its URL with `health` and `ports`."},{id:"entrypoint",level:"error",title:"The started program is in the image and executable",docs:"Entrypoint, else command, in the image's PATH, executable by the image's user. Also checks a script's interpreter (with Windows line breaks, `/bin/sh\\r`), what an init such as `tini` starts, and the loader: musl programs do not start with only glibc."},{id:"entrypoint-machine",level:"error",title:"The started program matches the platform",docs:"Reads the ELF header of the program or of the script's interpreter. Emulation hides a mismatch until the target reports `exec format error`."},{id:"entrypoint-module",level:"error",title:"The started script or module is in the image",docs:"For `python3 -m controller.main`, `python3 /app/main.py`, `sh run.sh` or `node server.js`. A module must be on the interpreter's path; a shell script needs Unix line breaks. A file in a VOLUME counts as present."},{id:"binaries",level:"error",title:"Every program and library matches the platform",docs:"A builder stage on `$BUILDPLATFORM` installs wheels for the build machine: use the target platform. `verify.allow` excludes paths."},{id:"python-packages",level:"warning",title:"Python packages are on the interpreter's path",docs:"Debian's Python reads `dist-packages`, not `site-packages`; no Python reads another version's folder; `/home/app/.local` needs a user with the home `/home/app`."},{id:"no-shell",level:"error",title:"No shell",docs:"Runs for a distroless base, or if `verify.checks` sets a level. `verify.allow` excludes paths."},{id:"no-package-manager",level:"error",title:"No package manager",docs:"As for shells: apt, dpkg, apk, pip, npm and similar."},{id:"secrets",level:"error",title:"No file that looks like a secret, in any layer",docs:"By name and first bytes: environment files, private keys, logins, git repositories, also if a later layer removes them. Excludes files of packages and distributions, and paths of `verify.allow`."},{id:"file",level:"error",title:"The declared files are in the image",docs:"One row per path of `verify.files`; follows symbolic links."},{id:"import",level:"error",title:"The declared Python modules import",docs:"One row per module of `verify.imports`, in a container without network, with the service's `hardening`. Needs an engine that runs the platform."}]
function verifyCheckLevel({verify:e,policy:t},n){const r=e.checks?.[n]??s.find(e=>e.id===n)?.level
if(r!=="error"&&r!=="warning")return undefined
return t.verify==="required"?r:"warning"}}),51531:((e,t,n)=>{n.d(t,{p:()=>s})
const s=["any","same-repository","protected","none"]}),48285:((e,t,n)=>{n.d(t,{Bl:()=>a,Eb:()=>whyInvalid,Pe:()=>checkTagRule,RF:()=>o,zI:()=>reservedFault})
var s=n(5164)
var r=n(27381)
var i=n(36718)
const a=128
const o=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
function checkTagRule(e){const t=(0,i.G9)(e)
return"message"in t?t:findInvalidText(t)??checkLiteralTag(t)??checkReserved(t)}function findInvalidText(e){const{prefix:t=[],suffix:n=[]}=e
const[s]=t
for(const r of[...t,...bodyOf(e),...n]){if(r.kind!=="text")continue
const e=r===s&&/^[.-]/.test(r.text)
if(e||/[^a-zA-Z0-9._-]/.test(r.text)||r.text.length>a)return invalidText(r.text)}return undefined}function checkReserved(e){const t=bodyOf(e)
const n={kind:"text",text:"x"}
return reservedFault([...e.prefix??[],...t.length===0?[n]:t,...e.suffix??[]])}function reservedFault(e){const t=(0,r.p1)(e.map(e=>e.kind==="text"?e.text:"x").join(""))
if(t===undefined)return undefined
return{message:`its tags have the form ${t.text}`,why:(0,r.X$)(t),fix:"use another name"}}function checkLiteralTag(e){if(e.kind!=="raw")return undefined
const t=[...e.prefix??[],...e.value,...e.suffix??[]]
const n=t.map(e=>e.kind==="text"?e.text:undefined)
if(n.includes(undefined))return undefined
const r=n.join("")
return o.test(r)?(0,s.R)(r):invalidText(r)}function bodyOf(e){switch(e.kind){case"raw":return e.value
case"schedule":case"semver":case"pep440":return e.pattern
default:return[]}}function invalidText(e){const t=e.length>a?"shorten it":"use only these characters"
return{message:`a tag cannot contain "${e}"`,why:whyInvalid(e),fix:t}}function whyInvalid(e){return e.length>a?`it has ${e.length} characters, a tag has at most ${a}`:'a tag consists of letters, digits, "_", "." and "-", and does not start with "." or "-"'}}),99185:((e,t,n)=>{n.d(t,{Y:()=>parseExpression,d:()=>renderExpression})
var s=n(3706)
var r=n(55440)
var i=n(11919)
var a=n(59072)
var o=n(20431)
var c=n(57818)
var l=n(85279)
var d=n(94901)
var u=n(28880)
s.extend(l)
s.extend(c)
for(const e of[d,u,a,i,r,o])s.extend(e)
const f=["date","commit_date"]
const h="YYYYMMDD-HHmmss"
function parseExpression(e,t){if(e.includes("${{"))return{message:"GitHub's expressions are not evaluated in the catalog",fix:"use one such as {{is_default_branch}}"}
const n=[]
let s=0
for(;;){const r=e.indexOf("{{",s)
const i=r<0?-1:e.indexOf("}}",r+2)
if(i<0)break
if(r>s)n.push({kind:"text",text:e.slice(s,r)})
const a=parsePart(e.slice(r+2,i).trim(),t)
if("message"in a)return a
n.push(a)
s=i+2}const r=e.slice(s)
if(r.includes("{{"))return{message:"{{ is not closed",fix:"write }} after the name"}
if(r!=="")n.push({kind:"text",text:r})
return n}function parsePart(e,t){const[,n="",s=""]=/^([a-z_]+)(?:\s+(.*))?$/s.exec(e)??[]
if(t.includes(n)&&s==="")return{kind:"name",name:n}
if(!f.includes(n)){const n=[...t,"date 'FORMAT'"].map(e=>`{{${e}}}`).join(", ")
return{message:`unknown expression {{${e}}}`,fix:`use one of ${n}`}}const r=/^(?:(?:'([^']*)'|"([^"]*)")\s*)?(?:tz=(?:'([^']*)'|"([^"]*)"))?$/.exec(s)
const i=`write {{${n} 'YYYYMMDD'}} or {{${n} 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}`
if(r===null)return{message:`invalid expression {{${e}}}`,fix:i}
const a=r[3]??r[4]??"UTC"
if(!isZone(a))return{message:`unknown time zone ${a}`,fix:"for example UTC or Asia/Tokyo"}
return{kind:"date",name:n,format:r[1]??r[2]??h,zone:a}}function isZone(e){try{new Intl.DateTimeFormat("en",{timeZone:e})
return true}catch{return false}}function renderExpression(e,t){let n=""
for(const s of e){const e=partValue(s,t)
if(e===undefined)return undefined
n+=e}return n}function partValue(e,{names:t,date:n,commitDate:s}){switch(e.kind){case"text":return e.text
case"name":return Object.hasOwn(t,e.name)?t[e.name]:undefined
case"date":return formatDate(e.name==="date"?n:s,e.format,e.zone)
default:return e}}function formatDate(e,t,n){if(e===undefined)return undefined
const r=s(e).tz(n)
const i={DDDD:()=>`${r.dayOfYear()}`.padStart(3,"0"),DDDo:()=>ordinal(r.dayOfYear()),DDD:()=>`${r.dayOfYear()}`,Qo:()=>ordinal(Math.ceil((r.month()+1)/3)),Mo:()=>ordinal(r.month()+1),Wo:()=>ordinal(r.isoWeek()),do:()=>ordinal(r.day()),e:()=>`${r.day()}`,E:()=>`${r.isoWeekday()}`,gg:()=>`${r.weekYear()}`.slice(-2),GG:()=>`${r.isoWeekYear()}`.slice(-2),Y:()=>`${r.year()}`,SS:()=>`${Math.floor(r.millisecond()/10)}`.padStart(2,"0"),S:()=>`${Math.floor(r.millisecond()/100)}`}
const a=/\[[^\]]{0,200}\]|YYYY|YY|Y|Qo|Q|MMMM|MMM|MM|Mo|M|DDDD|DDDo|DDD|DD|Do|D|dddd|ddd|dd|do|d|e|E|gggg|gg|GGGG|GG|wo|ww|w|Wo|WW|W|SSS|SS|S/g
return r.format(t.replace(a,e=>{const t=Object.hasOwn(i,e)?i[e]?.():undefined
return t===undefined?e:`[${t}]`}))}function ordinal(e){const t=e%100
const n=t>10&&t<14?"th":["th","st","nd","rd"][e%10]??"th"
return`${e}${n}`}}),11655:((e,t,n)=>{n.d(t,{a:()=>a,w:()=>parseFlavor})
var s=n(48285)
var r=n(36718)
const i={text:[],onLatest:false}
const a={latest:"false",prefix:i,suffix:i}
const o=["auto","true","false"]
function parseFlavor(e){let t={...a,latest:"auto"}
for(const n of e){const e=(0,r.Kp)(n.trim())
if(!Array.isArray(e))return e
let s
for(const n of e){const e=parseField(t,n,s)
if("message"in e)return e;({flavor:t,last:s}=e)}}return(0,s.zI)([...t.prefix.text,{kind:"text",text:"x"},...t.suffix.text])??t}function parseField(e,t,n){const[,s="",i=""]=/^([a-z]+)\s*=\s*(.*)$/is.exec(t)??[]
switch(s.toLowerCase()){case"latest":{const t=o.find(e=>e===i)
if(t!==undefined)return{flavor:{...e,latest:t},last:n}
return{message:`latest is ${JSON.stringify(i)}`,fix:`use one of ${o.join(", ")}`}}case"prefix":case"suffix":{const t=s.toLowerCase()
const n=(0,r.uz)(i)
if("message"in n)return n
return{flavor:{...e,[t]:{...e[t],text:n}},last:t}}case"onlatest":if(i!=="true"&&i!=="false")return{message:`onlatest is ${JSON.stringify(i)}`,fix:"use true or false"}
if(n===undefined)return{message:"onlatest has no prefix or suffix",fix:"write it after a prefix or suffix"}
return{flavor:{...e,[n]:{...e[n],onLatest:i==="true"}},last:n}
default:return{message:`unknown flavor field ${JSON.stringify(t)}`,fix:"use latest=, prefix= or suffix=, and onlatest= after a prefix or suffix"}}}}),5164:((e,t,n)=>{n.d(t,{R:()=>pullRequestTagFault,d:()=>pullRequestTag})
const s=/^pr-\d+(?:-|$)/
function pullRequestTag(e,t){const n=t.replace(/^[._-]+/,"")
return n===""?`pr-${e}`:`pr-${e}-${n}`}function pullRequestTagFault(e){if(!s.test(e))return undefined
return{message:`it gives the tag ${e}, which only a pull request may write`,why:"tags pr-<number> and pr-<number>-<text> belong to the pull request of that number",fix:"rename the branch or git tag, or give the rule another prefix, such as prefix=branch-"}}}),11200:((e,t,n)=>{n.d(t,{eq:()=>countGroups,k8:()=>parseTagPattern,qA:()=>matchTagPattern})
var s=n(2856)
var r=n(60844)
var i=n(99185)
function parseTagPattern(e,t){const[,n=e,s=""]=/^\/(.+)\/([a-z]*)$/s.exec(e)??[]
return{source:t(n),flags:s.replace(/[gy]/g,"")}}function countGroups({source:e,flags:t}){return(0,r.Z)(e.map(e=>e.kind==="text"?e.text:"x").join(""),t).groupCount()}function matchTagPattern(e,{source:t,flags:n},a){const o=t.map((e,t)=>{if(e.kind==="text")return e.text
const n=(0,i.d)([e],a)
return n===undefined?undefined:(t===0?"(?<![\\w.-])":"")+s.L3.quote(n)})
if(o.includes(undefined))return undefined
const c=(0,r.Z)(o.join(""),n).matcher(e)
if(!c.find())return undefined
return Array.from({length:c.groupCount()+1},(e,t)=>c.group(t)??undefined)}}),36718:((e,t,n)=>{n.d(t,{G9:()=>parseTagRule,Kp:()=>splitFields,uz:()=>parseAffix})
var s=n(99185)
var r=n(11200)
const i=[...["branch","tag","sha","short_sha","base_ref","is_default_branch","is_not_default_branch"],...["name","phase","project","revision","short_revision"]]
const a=["raw","version","major","minor","patch"]
const o={schedule:{priority:1e3,attributes:["pattern"]},semver:{priority:900,attributes:["pattern","value","match"]},pep440:{priority:900,attributes:["pattern","value","match"]},match:{priority:800,attributes:["pattern","group","value"]},edge:{priority:700,attributes:["branch"]},ref:{priority:600,attributes:["event"]},raw:{priority:200,attributes:["value"]},sha:{priority:100,attributes:["format"]}}
const c=["type","enable","priority","prefix","suffix"]
function parseTagRule(e){const t=splitFields(e.trim())
if(!Array.isArray(t))return t
const n=readAttributes(t)
if(!(n instanceof Map))return n
const s=n.get("type")??"raw"
if(!n.has("type")&&!n.has("value")){const e="start it with type=, and quote it in [ ]: there a comma separates items"
return{message:"the rule has neither a type nor a value",fix:e}}if(!isKind(s))return{message:`unknown type ${s}`,fix:`use one of ${Object.keys(o).join(", ")}`}
const{priority:r,attributes:i}=o[s]
const a=[...n.keys()].find(e=>!c.includes(e)&&!i.includes(e))
if(a!==undefined)return{message:`type=${s} has no attribute ${a}`,fix:`use one of ${[...i,...c.slice(1)].join(", ")}`}
const l=n.get("priority")??`${r}`
if(!/^-?\d{1,9}$/.test(l))return{message:`priority ${l} is not a whole number`}
const d=n.get("prefix")??defaultPrefix(s,n.get("event"))
const u=n.get("suffix")
return catchRuleFault(t=>{const r={text:e,priority:Number(l),enable:t(n.get("enable")??"true"),...d!==undefined&&{prefix:t(d)},...u!==undefined&&{suffix:t(u)}}
return parseKind(s,r,n,t)})}function parseAffix(e){return(0,s.Y)(e,i)}class RuleFaultError extends Error{fault
constructor(e){super(e.message)
this.fault=e}}function catchRuleFault(e){try{return e((e,t=[])=>{const n=(0,s.Y)(e,[...t,...i])
if("message"in n)throw new RuleFaultError(n)
return n})}catch(e){if(e instanceof RuleFaultError)return e.fault
throw e}}function parseKind(e,t,n,s){const r=n.get("value")===undefined?{}:{value:s(n.get("value")??"")}
switch(e){case"schedule":return{kind:e,...t,pattern:s(n.get("pattern")||"nightly")}
case"semver":case"pep440":{const i=requireAttribute(n,e,"pattern","{{version}}")
const o=n.get("match")
return{...{kind:e,...t,...r},pattern:s(i,a),raw:/^\{\{\s*raw\s*\}\}$/.test(i),...o&&{match:parsePatternWithGroup(o,1,s)}}}case"match":{const i=n.get("group")??"0"
if(!/^\d{1,2}$/.test(i))throw new RuleFaultError({message:`group ${i} is not a number`})
const a=parsePatternWithGroup(requireAttribute(n,e,"pattern","v(.*)"),Number(i),s)
return{kind:e,...t,...r,pattern:a,group:Number(i)}}case"edge":{const s=n.get("branch")
return{kind:e,...t,...s&&{branch:s}}}case"ref":{const s=requireAttribute(n,e,"event","branch")
if(s!=="branch"&&s!=="tag"&&s!=="pr")throw new RuleFaultError({message:`unknown event ${s}`,fix:"use branch, tag or pr"})
return{kind:e,...t,event:s}}case"raw":return{kind:e,...t,value:s(requireAttribute(n,e,"value","latest"))}
case"sha":{const s=n.get("format")||"short"
if(s!=="short"&&s!=="long")throw new RuleFaultError({message:`unknown format ${s}`,fix:"use short or long"})
return{kind:e,...t,format:s}}default:return e}}function requireAttribute(e,t,n,s){const r=e.get(n)
if(r)return r
throw new RuleFaultError({message:`type=${t} needs ${n}`,fix:`for example type=${t},${n}=${s}`})}function parsePatternWithGroup(e,t,n){const s=(0,r.k8)(e,e=>n(e))
let i
try{i=(0,r.eq)(s)}catch(t){const n="patterns match in linear time, so they have neither lookaheads nor back-references"
throw new RuleFaultError({message:`invalid regular expression ${e}: ${t.message}`,fix:n})}if(i>=t)return s
const a="put the part for the tag in parentheses, for example api/v(.*)"
throw new RuleFaultError({message:`${e} has no group ${t}, so the rule can never give a tag`,fix:a})}function defaultPrefix(e,t){if(e==="sha")return"sha-"
return e==="ref"&&t==="pr"?"pr-":undefined}function readAttributes(e){const t=new Map
for(const n of e){const[,e,s]=/^([A-Za-z0-9_-]+)=(.*)$/s.exec(n)??[]
const[r,i]=e===undefined?["value",n]:[e.toLowerCase(),(s??"").trim()]
if(t.has(r))return{message:`duplicate attribute ${r}`}
if(e===undefined&&(t.get("type")??"raw")!=="raw")return{message:`${n} has no attribute name`}
t.set(r,i)}return t}function splitFields(e){const t=[]
let n=0
while(n<=e.length){const s=e.slice(n)
const[r,i,a]=/^\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/.exec(s)??[s,undefined,s]
const o=i===undefined?(a??"").trim():i.replaceAll('""','"')
if(i===undefined&&o.startsWith('"'))return{message:"a quote is not closed"}
if(o==="")return{message:e===""?"an empty rule":"an empty field between commas"}
t.push(o)
n+=r.length+1}return t}function isKind(e){return Object.hasOwn(o,e)}}),88153:((e,t,n)=>{n.d(t,{QC:()=>parseTemplate,VQ:()=>s,ou:()=>fillTemplate})
const s=["name","phase","project","revision","short_revision","date","version"]
const r=new Set(s)
function parseTemplate(e){const t=[]
let n=0
while(n<e.length){const s=e.indexOf("{{",n)
if(s<0)break
if(s>n)t.push({kind:"text",text:e.slice(n,s)})
const r=e.indexOf("}}",s+2)
if(r<0){t.push({kind:"unclosed",text:e.slice(s)})
return t}const i=e.slice(s+2,r).trim()
t.push(isName(i)?{kind:"name",name:i}:{kind:"unknown",name:i})
n=r+2}if(n<e.length)t.push({kind:"text",text:e.slice(n)})
return t}function fillTemplate(e,t){return parseTemplate(e).map(e=>{switch(e.kind){case"text":return e.text
case"name":return t[e.name]??""
case"unknown":throw new TypeError(`unknown template variable {{${e.name}}}`)
case"unclosed":throw new TypeError(`template is never closed: ${e.text}`)
default:return e}}).join("")}function isName(e){return r.has(e)}}),9489:((e,t,n)=>{n.d(t,{_9:()=>withoutFinalSlashes,gN:()=>parentOf,wC:()=>isDirectChild})
const parentOf=e=>e.slice(0,Math.max(0,e.lastIndexOf("/")))
function withoutFinalSlashes(e){let t=e.length
while(e[t-1]==="/")t--
return e.slice(0,t)}const isDirectChild=(e,t)=>Math.max(0,e.lastIndexOf("/"))===t.length&&e.startsWith(t)})}
