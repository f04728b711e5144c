export const id=3229
export const ids=[3229]
export const modules={45396:((e,n,t)=>{t.d(n,{t:()=>cleanPath})
function cleanPath(e){const n=[]
for(const t of e.split("/")){if(t===""||t===".")continue
if(t==="..")n.pop()
else n.push(t)}return n.join("/")}}),93229:((e,n,t)=>{t.d(n,{Verifier:()=>Verifier})
var s=t(70370)
var i=t(5966)
var r=t(42787)
function remembering(e){const n=new Map
return(t,s)=>{const i=`${t} ${s}`
const r=n.get(i)??e.imageFacts(t,s).catch(e=>({why:e.message.split("\n",1)[0]??""}))
n.set(i,r)
return r}}const o="org.opencontainers.image.base.name"
function findBase(e,n,t){const s=n.filter(({facts:n})=>n.layers.length>0&&startsWith(e,n)).sort((e,n)=>n.facts.layers.length-e.facts.layers.length)
const i=s.find(({kind:e})=>e==="outside")
if(i!==undefined){const e=s.slice(0,s.indexOf(i)).filter(({kind:e})=>e==="catalog")
const{name:n,platform:t}=i
const r=e.map(e=>e.name)
return{kind:"image",name:n,through:r,by:"layers",...t!==undefined&&{platform:t}}}const r=e.labels[o]
if(r!==undefined&&r!=="")return{kind:"image",name:r,through:[],by:"label"}
if(t.length>0)return{kind:"unknown",why:t.join("; ")}
return{kind:"scratch"}}function startsWith(e,n){const begins=(e,n)=>n.length>0&&n.length<=e.length&&n.every((n,t)=>n===e[t])
const digests=e=>e.layers.map(({digest:e})=>e)
return begins(digests(e),digests(n))||begins(e.diffIds,n.diffIds)}const isDistroless=e=>e.kind==="image"&&/(?:^|\/)distroless(?:\/|[:@]|$)|^cgr\.dev\/chainguard\//.test(e.name)
function baseWords(e){switch(e.kind){case"image":return[e.name,...e.through.map(e=>`through ${e}`),...e.platform===undefined?[]:[`for ${e.platform}`],...e.by==="label"?["as its label says"]:[]].join(", ")
case"scratch":return"scratch"
case"unknown":return`unknown: ${e.why}`
default:return e}}async function baseOf(e,n,t){const s=candidatesOf(n.service,n.platform,t)
const i=[]
const r=await Promise.all(s.map(async({name:e,kind:s,ref:r})=>{const o=await t.facts(r,n.platform)
if(o!==undefined&&!("why"in o))return[{name:e,kind:s,facts:o}]
if(o===undefined||!/is not made for/.test(o.why))i.push(`${e} cannot be read`)
return[]}))
const o=findBase(e,r.flat(),i)
if(o.kind!=="scratch")return o
const a=await Promise.all(s.filter(({kind:e})=>e==="outside").map(e=>onOthers(e,n.platform,t)))
return findBase(e,a.flat(),[])}async function onOthers({name:e,ref:n},t,s){const i=(await s.platforms(n)).filter(e=>e!==t)
const r=await Promise.all(i.map(async t=>{const i=await s.facts(n,t)
return i===undefined||"why"in i?[]:[{name:e,kind:"outside",platform:t,facts:i}]}))
return r.flat()}function candidatesOf(e,n,{plan:t,images:s,pinned:i},r=new Set){const o=t.images.find(t=>t.service===e&&t.platform===n)
if(o===undefined||r.has(e))return[]
r.add(e)
const a=[...new Set(Object.values(o.from))]
return[...o.bases.map(({ref:e,pinned:n})=>({name:e,kind:"outside",ref:n})),...a.flatMap(e=>{const o=s.find(t=>t.service===e&&t.platform===n)
const a=o?.digest===undefined?[]:[{name:e,kind:"catalog",ref:i(o)}]
return[...a,...candidatesOf(e,n,{plan:t,images:s,pinned:i},r)]})]}var a=t(65501)
async function wrongEntries(e,{registry:n,facts:t}){const s=await Promise.all((await entriesOf(n,e)).map(async({digest:n,platform:s})=>{if(s===undefined)return`${n} names no platform`
const i=await t(`${(0,r._)(e)}@${n}`,s)
if(i===undefined||"why"in i)return`${s} cannot be read`
return i.platform===s?undefined:`${s} holds an image for ${i.platform}`}))
return s.filter(e=>e!==undefined)}async function entriesOf(e,n){const t=await e.manifest(n).catch(()=>undefined)
if(t?.content.kind!=="index")return[]
return t.content.manifests.filter(({platform:e})=>e?.os!=="unknown").map(({digest:e,platform:n})=>{if(n===undefined)return{digest:e,platform:n}
const{os:t,architecture:s,variant:i}=n
const r=[t,s,...i===undefined?[]:[i]].join("/")
const o=(0,a.FL)(r)
return{digest:e,platform:o.ok?o.value:r}})}function platformsIn(e){const n=new Map
return t=>{const s=n.get(t)??entriesOf(e,t).then(e=>e.flatMap(({platform:e})=>e===undefined?[]:[e]))
n.set(t,s)
return s}}var c=t(77598)
const d=12e4
const f=`import importlib, json, sys\nmark = sys.argv[1]\nfor name in sys.argv[2:]:\n    try:\n        importlib.import_module(name)\n        error = None\n    except BaseException as e:\n        error = type(e).__name__ + ": " + str(e)\n    print("\\n" + mark + json.dumps([name, error]), flush=True)\n`
async function tryImports(e){const{ref:n,platform:t,python:s,service:i,docker:r,signal:o}=e
const a=i.verify.imports??[]
const l=(0,c.randomBytes)(6).toString("hex")
const u=`lucid-verify-${l}`
const h=`lucid-${l} `
const p=[...["run","--rm",`--name=${u}`,`--platform=${t}`,"--pull=missing","--network=none"],...hardening(i),...Object.entries(i.env).map(([e,n])=>`--env=${e}=${n}`),...["--env=PYTHONDONTWRITEBYTECODE=1",`--entrypoint=${s}`,"--",n],...["-c",f,h,...a]]
const m=AbortSignal.any([o,AbortSignal.timeout(d)])
const{exitCode:g,stdout:y,stderr:k}=await r(p,{signal:m,keep:1<<20,graceMs:1e3})
if(m.aborted)await r(["rm","--force","--",u],{keep:1<<16})
o.throwIfAborted()
const w=new Map(y.split("\n").flatMap(e=>e.startsWith(h)?[answer(e.slice(h.length))]:[]))
const $=m.aborted?`no answer within ${d/1e3} s`:k.trim().split("\n").at(-1)??`it ended with ${g}`
return a.map(e=>{const n=w.get(e)
if(n===undefined)return{module:e,ok:false,said:$===""?`it ended with ${g}`:$}
return{module:e,ok:n===null,said:n??"imported"}})}function answer(e){try{const[n,t]=JSON.parse(e)
return[String(n),t===null?null:String(t)]}catch{return["",null]}}function hardening({hardening:e}){return[...e.readOnly?["--read-only"]:[],...e.tmpfs.map(e=>`--tmpfs=${e}`),...e.capDrop.map(e=>`--cap-drop=${e}`),...e.noNewPrivileges?["--security-opt=no-new-privileges"]:[],...e.memory!==undefined?[`--memory=${e.memory}`]:[],`--pids-limit=${e.pids??256}`]}var l=t(49554)
var u=t(27387)
var h=t(24959)
var p=t(76760)
const m=new Set("sh bash rbash dash ash zsh ksh ksh93 mksh fish csh tcsh busybox toybox yash elvish nu pwsh".split(" "))
const g=new Set("apt apt-get apt-cache aptitude dpkg apk yum dnf dnf5 microdnf tdnf rpm zypper pacman opkg emerge xbps-install nix-env brew pip pip3 pipx conda mamba npm npx yarn pnpm gem cargo composer".split(" "))
function programsNamed(e,n){const t=[]
for(const[s,i]of e.all()){const r=p.posix.basename(s)
if(!n.has(r)&&!n.has(r.replace(/\d*\.\d+$/,"")))continue
if(i.kind==="file"&&(i.mode&73)===0)continue
if(i.kind==="link"&&e.find(s)?.entry.kind!=="file")continue
if(i.kind==="file"||i.kind==="link")t.push(`/${s}`)}return t.sort()}const shellsIn=e=>programsNamed(e,m)
const managersIn=e=>programsNamed(e,g)
const y={x86_64:["i686"]}
const k=new Set(["machine 0","machine 247"])
function foreignBinaries(e,n){const t=(0,h.V)(n)
if(t===undefined)return undefined
const s=new Set([t,...y[t]??[]])
const i=[]
for(const[n,{program:t}]of e.files())if(t.kind==="elf"&&!s.has(t.machine)&&!k.has(t.machine))i.push({path:`/${n}`,machine:t.machine})
return i.sort((e,n)=>e.path<n.path?-1:1)}function secretsIn(e,n){const t=new Map
const secretOf=e=>e.kind==="file"?e.secret:undefined
for(const{entries:s}of e)for(const[e,i]of s){const s=secretOf(i)
if(s===undefined)continue
const r=n.find(e)===undefined
t.set(`/${e}`,r?`${s}, removed by a later layer but still there`:s)}return[...t].map(([e,n])=>({path:e,what:n})).sort((e,n)=>e.path<n.path?-1:1)}function matcher(e){const n=e.map(e=>{const n=e.replace(/\/+$/,"").split(/(\*\*|\*)/)
const t=n.map(e=>e==="**"?".*":e==="*"?"[^/]*":e.replace(/[\\^$.*+?()[\]{}|]/g,"\\$&"))
return new RegExp(`^${t.join("")}(?:/.*)?$`,"s")})
return e=>n.some(n=>n.test(e))}const w="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
const $=5
function startedBy(e,n,t,s,i=0){const r=locate(e,n,t)
if(r===undefined)return{kind:"wrong",why:`${n} is not in the image`}
const{path:o,entry:a,named:c}=r
if(a.kind!=="file")return{kind:"wrong",why:`${n} is no file`}
if(!mayRun(a,s))return{kind:"wrong",why:`${n} is not executable for user ${s.uid}:${s.gid} (mode ${octal(a)})`}
const{program:d}=a
if(d.kind!=="script")return{kind:"program",named:c,path:o,entry:a,...d.kind==="elf"&&{machine:d.machine},...d.kind==="elf"&&d.loader!==undefined&&{loader:d.loader}}
if(i>=$)return{kind:"wrong",why:`${n} is a script whose interpreters go in a circle`}
const[f="",...l]=d.interpreter
const u=startedBy(e,f,t,s,i+1)
if(u.kind==="wrong")return{kind:"wrong",why:`${n} is a script, and ${u.why}`}
const h=l.find(e=>!e.startsWith("-")&&!e.includes("="))
if(p.posix.basename(f)!=="env"||h===undefined)return{...u,script:true}
const m=startedBy(e,h,t,s,i+1)
if(m.kind==="wrong")return{kind:"wrong",why:`${n} is a script, and ${m.why}`}
return{...m,script:true}}function locate(e,n,{env:t,workingDir:s="/"}){const i=n.includes("/")?[p.posix.resolve("/",s,n)]:(t.PATH??w).split(":").map(e=>p.posix.resolve("/",s,e,n))
for(const n of i){const t=e.find(n)
if(t!==undefined&&t.entry.kind!=="folder")return{...t,named:n}}return undefined}const octal=({mode:e})=>`0${e.toString(8)}`
function mayRun({mode:e,uid:n,gid:t},s){if(s.uid===0)return(e&73)!==0
if(s.uid===n)return(e&64)!==0
return((s.gid===t?e>>3:e)&1)!==0}function userOf(e,n){const[t="",s]=(n??"0").split(":")
const i=textOf(e,"etc/passwd").map(e=>e.split(":"))
const r=i.find(([e,,n])=>e===t||n===t)
const o=/^\d+$/.test(t)?Number(t):Number(r?.[2]??Number.NaN)
const a=textOf(e,"etc/group").map(e=>e.split(":"))
const c=s===undefined||/^\d+$/.test(s)?s:a.find(([e])=>e===s)?.[2]
const d=Number(c??r?.[3]??0)
if(Number.isNaN(o))return undefined
return{uid:o,gid:d,...r?.[5]&&{home:r[5]}}}function textOf(e,n){const t=e.find(n)?.entry
return t?.kind==="file"?(t.text??"").split("\n"):[]}function pythonOf(e,{named:n,path:t},s,i){if(!/^python(?:\d+(?:\.\d+)?)?$/.test(p.posix.basename(n))&&!/^python\d/.test(p.posix.basename(t)))return undefined
const r=/python(\d+\.\d+)$/.exec(t)?.[1]??libraryVersion(e,`/${t}`)
return{named:n,...r!==undefined&&{version:r},path:searchPath(e,n,`/${t}`,r,s,i)}}function libraryVersion(e,n){const t=p.posix.join(p.posix.dirname(p.posix.dirname(n)),"lib")
for(let n=6;n<30;n++)if(e.find(`${t}/python3.${n}/os.py`))return`3.${n}`
return undefined}function searchPath(e,n,t,s,{env:i,workingDir:r="/"},o){const a=(i.PYTHONPATH??"").split(":").filter(e=>e!=="")
const c=i.PYTHONUSERBASE??p.posix.join(i.HOME??o.home??"/",".local")
const d=[...new Set([n,t].map(e=>p.posix.dirname(p.posix.dirname(e))))]
const f=d.flatMap(n=>{const t=`${n}/lib/python${s??"3"}`
const i=[t,`${t}/lib-dynload`]
if(n!=="/usr")return[...i,`${t}/site-packages`]
const r=`/usr/local/lib/python${s??"3"}`
return isDebian(e)?[...i,`${r}/dist-packages`,"/usr/lib/python3/dist-packages"]:[...i,...["lib","lib64"].map(e=>`/usr/${e}/python${s??"3"}/site-packages`),`${r}/site-packages`]})
const l=`${c}/lib/python${s??"3"}/site-packages`
return[...a.map(e=>p.posix.resolve("/",r,e)),...f,l]}function isDebian(e){const n=[...textOf(e,"etc/os-release"),...textOf(e,"usr/lib/os-release")]
const t=n.filter(e=>/^ID(?:_LIKE)?=/.test(e))
return t.length===0||t.some(e=>/\b(?:debian|ubuntu)\b/.test(e))}function mayLeadElsewhere(e,{path:n}){const t=new Set(n.map(n=>e.find(n)?.path))
for(const[n]of e.files())if(n.endsWith(".pth")&&!n.endsWith("/distutils-precedence.pth")&&t.has(p.posix.dirname(n)))return true
return false}function pythonTask(e){const n=new Set(["-W","-X","--check-hash-based-pycs"])
for(let t=0;t<e.length;t++){const s=e[t]??""
const i=e[t+1]
if(s==="-m")return i===undefined?undefined:{kind:"module",name:i}
const r=/^-[a-zA-Z]*m(.*)$/.exec(s)
if(r&&!s.startsWith("--")&&!/^-[WX]/.test(s)&&!/c/.test(s))return(r[1]||i)===undefined?undefined:{kind:"module",name:r[1]||(i??"")}
if(/^-[a-zA-Z]*c/.test(s)||s==="-")return undefined
if(n.has(s))t++
else if(!s.startsWith("-"))return{kind:"file",name:s}}return undefined}function hasModule(e,n,t,s="/"){const i=t.replaceAll(".","/")
const r=[p.posix.resolve("/",s),...n.path]
const has=n=>e.find(n)?.entry.kind==="file"
return r.some(e=>has(`${e}/${i}.py`)||has(`${e}/${i}.pyc`)||has(`${e}/${i}/__main__.py`)||has(`${e}/${i}/__main__.pyc`)||e.endsWith(".zip"))}function installedPackages(e){const n=new Set
for(const[t]of e.files()){const[,e,s]=/\/([^/]+?)-([^/-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.exec(t)??[]
if(e!==undefined&&s!==undefined)n.add(`${e.replaceAll("_","-")} ${s}`)}return[...n].sort()}function unseenPackages(e,n){const t=new Set(n.path.map(n=>e.find(n)?.path).filter(e=>e!==undefined))
const s=new Map
for(const[n]of e.files()){const e=/^(.*\/python\d+(?:\.\d+)?\/(?:site|dist)-packages)\/[^/]+\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.exec(n)
if(e?.[1]!==undefined&&!t.has(e[1]))s.set(e[1],(s.get(e[1])??0)+1)}return[...s].map(([e,n])=>`/${e} (${n} ${n===1?"package":"packages"})`)}var b=t(65231)
function checkContent(e,n){const{service:t,tree:s,layers:i,platform:r,base:o}=n
const{verify:a}=t
checkStarted(e,n)
const c=matcher(a.allow??[])
const d=foreignBinaries(s,r)?.filter(({path:e})=>!c(e))
if(d===undefined)e.skip("binaries",`nothing is known of the machine of ${r}`)
else e.add("binaries",{name:"all programs and libraries",ok:d.length===0,expected:(0,h.V)(r)??r,actual:d.length===0?(0,h.V)(r):(0,b.H)(d.map(({path:e,machine:n})=>`${e} is ${n}`))})
for(const[n,t,i]of[["no-shell",shellsIn,"no shell"],["no-package-manager",managersIn,"no package manager"]]){if(!isDistroless(o)&&!e.isSet(n))e.skip(n,"its base is not distroless, and verify.checks does not ask for it")
else{const r=t(s).filter(e=>!c(e))
e.add(n,{name:i,ok:r.length===0,expected:"none",actual:(0,b.H)(r)})}}const f=secretsIn(i,s).filter(({path:e})=>!c(e))
e.add("secrets",{name:"no secret",ok:f.length===0,expected:"none",actual:(0,b.H)(f.map(({path:e,what:n})=>`${e} (${n})`))})
if(a.files===undefined)e.skip("file","verify.files names none")
for(const n of a.files??[]){const t=s.find(n)
e.add("file",{name:`file ${n}`,ok:t!==undefined,expected:"there",actual:t===undefined?"not there":"there"})}}function checkStarted(e,n){const{facts:t,service:s,platform:i,tree:r,user:o}=n
const a=[...t.entrypoint??[],...t.command??[]]
const[c,...d]=a
if(c===undefined){if((0,u.Np)(s))(0,u.Nh)(e,t)
else e.skip("entrypoint","it starts nothing, and the catalog knows neither port nor health of it")
return}const f=startedBy(r,c,t,o)
const l=f.kind==="program"?f.loader:undefined
const p=l!==undefined&&r.find(l)?.entry.kind!=="file"
const m=f.kind==="wrong"?f.why:p?`/${f.path} needs ${l}, which is not in the image: it was linked for another libc or machine`:undefined
e.add("entrypoint",{ok:m===undefined,expected:"in the image, executable",actual:m??a.join(" ").slice(0,200)})
if(f.kind==="wrong"){e.skip("entrypoint-machine","there is no program to look at")
return}const g=(0,h.V)(i)
if(g===undefined||f.machine===undefined)e.skip("entrypoint-machine",g===undefined?`nothing is known of the machine of ${i}`:`/${f.path} is no ELF file`)
else e.add("entrypoint-machine",{name:"entrypoint's machine",ok:f.machine===g,expected:g,actual:`${f.machine} (/${f.path})`})
const y=pythonOf(r,f,t,o)
if(y!==undefined)checkPython(e,n,y,f.script?[]:d)}function checkPython(e,{facts:n,tree:t},s,i){const r=pythonTask(i)
const o=n.workingDir??"/"
if(r!==undefined){const n=r.name.startsWith("/")?r.name:`${o}/${r.name}`
const i=r.kind==="file"?t.find(n)!==undefined:hasModule(t,s,r.name,o)
if(!i&&r.kind==="module"&&mayLeadElsewhere(t,s))e.skip("entrypoint-module",`${r.name} is not seen, but a .pth file may lead Python to it`)
else e.add("entrypoint-module",{name:"entrypoint's module",ok:i,expected:`${r.name} in the image`,actual:i?r.name:r.kind==="file"?"no such file":`in none of ${(0,b.H)([o,...s.path.filter(e=>t.find(e)!==undefined)],6)}`})}const a=unseenPackages(t,s)
e.add("python-packages",{name:"Python packages",ok:a.length===0,expected:`all where ${s.named} looks`,actual:a.length===0?"all are":`${(0,b.H)(a)}: not where it looks`})}var x=t(57725)
function checkExposed(e,n,{ports:t}){const{env:s,labels:i,history:r,exposedPorts:o}=n
const a=(0,u.sz)(s)
const c=Object.entries(s).filter(([,e])=>/:\/\/[^\s/:@]+:@/.test(e)).map(([e])=>`${e} has an address without its password`)
e.add("env-expanded",{name:"environment expanded",ok:a.ok&&c.length===0,expected:"no $ left, no password missing",actual:(0,b.H)([...a.ok||a.actual===undefined?[]:[a.actual],...c])})
const d=[...named("ENV",s),...named("label",i),...r.flatMap(({createdBy:e},n)=>{const t=historyCredential(e)
return t===undefined?[]:[`history step ${n+1} holds ${t}`]})]
e.add("credentials",{ok:d.length===0,expected:"none",actual:(0,b.H)(d)})
if(t.length===0)e.skip("port-extra","the catalog names no ports of it")
else{const n=new Set(t.map(({container:e,protocol:n})=>`${e}/${n}`))
const s=o.filter(e=>!n.has(e))
e.add("port-extra",{name:"no other port",ok:s.length===0,expected:"none",actual:(0,b.H)(s)})}}function named(e,n){return Object.entries(n).flatMap(([n,t])=>{const s=(0,x.m)("label",n,t)
if(s===undefined||isPublic(n)||isPlace(t))return[]
return[`${e} ${n} holds ${(0,x.L)(t)??"a credential, by its name"}`]})}const isPublic=e=>e==="GPG_KEY"
const isPlace=e=>/^\/[\w./-]*$|^\$/.test(e)
function historyCredential(e){const n=(0,x.L)(e)
if(n!==undefined)return n
for(const[,n="",t=""]of e.matchAll(/(?:^|\s)([A-Za-z_][A-Za-z0-9_]*)=("[^"]*"|'[^']*'|\S+)/g)){const e=t.replace(/^(["'])(.*)\1$/s,"$2")
if(isPublic(n)||isPlace(e))continue
if((0,x.m)("build argument",n,e)!==undefined)return`a value of ${n}`}return undefined}const v={kind:"share",most:.25}
function growthVerdict(e,n,t,s){const{kind:i,most:r}=s??v
const o=i==="share"?n.size*r:r
const a=e.size-n.size
const c=i==="share"?`${Math.round(r*100)} %`:(0,u.ix)(r)
const d=a>0?grownLayers(e,n):[]
return{name:"growth",ok:a<=o,expected:`at most ${c} more than ${t} (${(0,u.ix)(n.size)})`,actual:`${a<0?"":"+"}${(0,u.ix)(a)}${d.length===0?"":`: ${(0,b.H)(d)}`}`}}function grownLayers(e,n){const t=new Map
for(const{by:e,size:s}of layersOf(n))t.set(e,(t.get(e)??0)+s)
const s=new Map
for(const{by:n,size:i}of layersOf(e))s.set(n,(s.get(n)??-(t.get(n)??0))+i)
return[...s].filter(([,e])=>e>0).sort(([,e],[,n])=>n-e).map(([e,n])=>`+${(0,u.ix)(n)} ${e}${t.has(e)?"":" (new)"}`)}function layersOf({layers:e,history:n}){const t=n.filter(({empty:e,createdBy:n})=>!e&&!/^\[[^\]]*\d+\/\d+\] /.test(n))
const s=e.length-t.length
return e.map(({size:e},n)=>({by:instruction(t[n-s]?.createdBy)??`layer ${n+1}`,size:e}))}function instruction(e){const n=(e??"").replace(/\s*# buildkit$/,"").replace(/^\/bin\/sh -c (?:#\(nop\)\s*)?/,"").replace(/\s+/g," ").trim()
return n===""?undefined:n.length>80?`${n.slice(0,79)}\u2026`:n}function checkHealth(e,n,t,s,i){const r=n.healthcheck?.test??[]
const[o,...a]=r
const c=(o==="CMD"||o==="CMD-SHELL")&&a.length>0
if(!c&&!(0,u.Np)(t)){e.skip("healthcheck","the catalog knows neither port nor health of it: it is not started")
return}e.add("healthcheck",{ok:c,expected:"a HEALTHCHECK",actual:a.join(" ")})
if(!c)return
const d=o==="CMD-SHELL"
const f=d?"/bin/sh":a[0]??""
const l=startedBy(s,f,n,i)
const h=a.join(" ")
const p=d?/^\s*(?:exec\s+)?([\w./-]+)(?:\s|$)/.exec(h)?.[1]:undefined
const m=p===undefined||O.has(p)||l.kind==="wrong"?l:startedBy(s,p,n,i)
e.add("healthcheck-program",{name:"HEALTHCHECK program",ok:m.kind==="program",expected:`${p??f} in the image`,actual:m.kind==="program"?`/${m.path}`:`${m.why}${d?" (the shell form needs it)":""}`})
checkTarget(e,h,t)}const O=new Set("test exit true false if for while case echo cd set export [".split(" "))
function checkTarget(e,n,{health:t,ports:s}){const i=/\bhttps?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d+))?(\/[^\s"'\\)]*)?/.exec(n)
if(i===null||t===undefined)return
const r=Number(i[1]??80)
const o=i[2]??"/"
const a=s.map(({container:e})=>e)
const c="port"in t?t.port:a[0]
const d=c===undefined||r===c||a.includes(r)
const f=t.kind!=="http"||o===t.path
e.add("healthcheck-target",{name:"HEALTHCHECK target",ok:d&&f,expected:`port ${c??r}${t.kind==="http"?` and ${t.path}`:""}`,actual:`port ${r} and ${o}`})}var P=t(83529)
async function inspectImage(e){const{facts:n,service:t,source:s,platform:i,outcome:r,base:o,layers:a}=e
const c=new b.v(t.verify);(0,u.l2)(c,n,t,s,{platform:i,outcome:r})
if(e.wrongEntries.length>0)c.add("platform",{name:"platforms of the index",ok:false,expected:"as the images behind it",actual:(0,b.H)(e.wrongEntries)})
if(o.kind==="image"&&o.platform!==undefined)c.add("platform",{name:"platform of the base",ok:false,expected:i,actual:o.platform})
checkBase(c,t,o)
checkUser(c,t,n.user,o)
checkExposed(c,n,t)
const{published:d}=e
if("why"in d)c.skip("growth",d.why)
else c.add("growth",growthVerdict(n,d.facts,d.tag,t.verify.maxGrowth))
if("why"in a){c.add("layers",{ok:false,expected:"readable",actual:a.why})
for(const e of A)c.skip(e,"its layers cannot be read")}const f="why"in a?[]:await checkFiles(c,e,a)
const l={checks:c.checks,unchecked:c.unchecked}
return f.length===0?l:{...l,packages:f}}const A=P.a.map(({id:e})=>e).slice(P.a.findIndex(({id:e})=>e==="healthcheck"))
async function checkFiles(e,n,t){const{facts:s,service:i}=n
e.add("layers",{ok:true,expected:"readable",actual:`${t.length} read, digests as they should be`})
const r=n.trees.of(t)
const o=userOf(r,s.user)??{uid:65534,gid:65534}
checkHealth(e,s,i,r,o)
checkContent(e,{...n,layers:t,tree:r,user:o})
await checkImports(e,n,r,o)
return installedPackages(r)}async function checkImports(e,n,t,s){const{facts:i,service:r,tryImports:o}=n
const{imports:a=[]}=r.verify
if(a.length===0)e.skip("import","verify.imports names none")
else if(o===undefined)e.skip("import","no container is started here: build and verify do")
if(a.length===0||o===undefined||!e.wants("import"))return
const c=[...i.entrypoint??[],...i.command??[]]
const d=c[0]===undefined?undefined:startedBy(t,c[0],i,s)
const f=d?.kind==="program"&&/python/.test(d.named)?d.named:undefined
const l=f??["python3","python"].map(e=>startedBy(t,e,i,s)).find(isProgram)?.named
const u=l===undefined?a.map(e=>({module:e,ok:false,said:"there is no Python in the image"})):await o(l)
for(const{module:n,ok:t,said:s}of u)e.add("import",{name:`import ${n}`,ok:t,expected:"imports",actual:s})}const isProgram=e=>e.kind==="program"
function checkBase(e,{verify:n},t){if(n.base===undefined){e.skip("base",`verify.base names none; it is FROM ${baseWords(t)}`)
return}const s=t.kind==="image"?t.name:t.kind
const i=t.kind!=="unknown"&&namesOf(s).some(matcher(n.base))
e.add("base",{ok:i,expected:n.base.join(" or "),actual:baseWords(t)})}function namesOf(e){const n=e.replace(/@sha256:[0-9a-f]+$/,"")
const t=n.replace(/:[^/:]+$/,"")
const s=(0,l.Wf)(t)
return[e,n,t,...s.kind==="reference"?[(0,l.FH)(s.reference)]:[]]}function checkUser(e,{verify:n},t,s){if(n.user!==undefined)return
if(isDistroless(s)){const n="65532:65532"
e.add("user",{...(0,u.VR)(t==="65532"?"65532":n,t),expected:n})
return}const i=/^[1-9]\d*(?::\d+)?$/.test(t??"")
e.add("nonroot",{name:"user",ok:i,expected:"a number, not 0",actual:t??"root"})}var E=t(45396)
const H=40
class FileTree{#e=new Map
add(e){for(const n of e.emptied)this.#n(this.#t(n))
for(const n of e.removed)this.#s(this.#i(n))
for(const[n,t]of e.entries)this.#r(this.#i(n),t)}copy(){const e=new FileTree
e.#e=new Map(this.#e)
return e}*files(){for(const[e,n]of this.#e)if(n.kind==="file")yield[e,n]}*all(){yield*this.#e}find(e){const n=this.#o((0,E.t)(e))
if(n==="")return{path:"",entry:{kind:"folder"}}
const t=n===undefined?undefined:this.#e.get(n)
return t===undefined||n===undefined?undefined:{path:n,entry:t}}#r(e,n){const t=n.kind==="same"?this.#e.get(this.#i(n.target)):n
if(t===undefined)return
const s=this.#e.get(e)
if(s?.kind==="folder"&&t.kind!=="folder")this.#n(e)
this.#e.set(e,t)}#s(e){const n=this.#e.get(e)
this.#e.delete(e)
if(n===undefined||n.kind==="folder")this.#n(e)}#n(e){const n=e===""?"":`${e}/`
for(const e of this.#e.keys())if(e.startsWith(n))this.#e.delete(e)}#i(e){const n=e.lastIndexOf("/")
if(n<0)return e
const t=e.slice(0,n)
const s=this.#t(t)
return s===t?e:(0,E.t)(`${s}/${e.slice(n+1)}`)}#t(e){return this.#o(e)??e}#o(e){let n=e
let t=""
for(let e=0;n!=="";){const s=n.indexOf("/")
const i=s<0?n:n.slice(0,s)
n=s<0?"":n.slice(s+1)
if(i===".."){t=t.slice(0,Math.max(0,t.lastIndexOf("/")))
continue}if(i===""||i===".")continue
const r=t===""?i:`${t}/${i}`
const o=this.#e.get(r)
if(o?.kind!=="link"){t=r
continue}if(++e>H)return undefined
if(o.target.startsWith("/"))t=""
n=n===""?o.target:`${o.target}/${n}`}return t}}class Trees{#a=[]
#c={count:0,tree:new FileTree}
of(e){const n=e.findIndex((e,n)=>e!==this.#a[n])
const t=n<0?e.length:n
if(t!==this.#c.count)this.#c={count:t,tree:laid(new FileTree,e.slice(0,t))}
this.#a=e
return laid(this.#c.tree.copy(),e.slice(t))}}function laid(e,n){for(const t of n)e.add(t)
return e}const M=4
class LayerStore{#d
#f
#l=new Map
#u=new Map
#h=(0,s.A)(M)
#p=0
#m=0
constructor(e,n){this.#d=e
this.#f=n}expect(e){for(const{digest:n}of e)this.#u.set(n,(this.#u.get(n)??0)+1)}readAll(e,n){return Promise.all(n.map(n=>this.#g(e,n)))}release(e){for(const{digest:n}of e){const e=(this.#u.get(n)??1)-1
this.#u.set(n,e)
if(e<=0)this.#l.delete(n)}}get total(){return{read:this.#p,bytes:this.#m}}#g(e,n){const t=this.#l.get(n.digest)
if(t!==undefined)return t
const s=this.#h(async()=>{const t=await this.#f()
this.#p+=1
this.#m+=n.size
return this.#d.readBlob(e,n,t)})
this.#l.set(n.digest,s)
return s}}const S=2
const I=2
const T=4
class Verifier{#y
#k
#w
#$=(0,s.A)(S)
#b=[]
constructor(e){this.#y=e
this.#k=e.now()
const{registry:n}=e
const i=new LayerStore(n,async()=>{const{layerReader:e}=await Promise.all([t.e(3979),t.e(5437)]).then(t.bind(t,47818))
return()=>e()})
this.#w={...{facts:remembering(n),platforms:platformsIn(n),store:i,trees:new Trees},...{containers:(0,s.A)(I),done:e=>this.#x(e)}}}async look(e,n){const{facts:t,store:s}=this.#w
const i=e.filter(({digest:e})=>e!==undefined)
const r=await Promise.all(i.map(e=>t(pinned(e),e.platform)))
for(const e of r)if(e!==undefined&&"layers"in e)s.expect(e.layers)
const o={...this.#y,...this.#w,images:n}
const a=await Promise.all(e.map(e=>e.digest===undefined?absent(e):this.#$(()=>verifyOne(e,o))))
this.#y.signal.throwIfAborted()
return a}result(e){const{plan:n,now:t}=this.#y
return{...{kind:"lucid.verify",version:1,revision:n.source.revision,images:e},layers:this.#w.store.total,durationMs:Math.round(t()-this.#k)}}#x(e){this.#b.push(e)
if(this.#b.length>T)this.#w.store.release(this.#b.shift()??[])}}const pinned=({contentRef:e,digest:n})=>`${(0,r._)(e)}@${n}`
function absent({service:e,platform:n,contentRef:t,error:s}){const i=s?.message??"it was not built"
return{service:e,platform:n,contentRef:t,checks:[],unchecked:[{id:"layers",reason:i}]}}async function verifyOne(e,n){const{plan:t,facts:s,store:o,trees:a,progress:c,signal:d,done:f}=n
const{service:l,platform:u,contentRef:h,digest:p,outcome:m}=e
const g=t.images.filter(e=>e.service===l).length>1?`${l} ${u}`:l
const tell=(e,n)=>c({stage:"verify",subject:g,state:e,...n!==undefined&&{text:n}})
d.throwIfAborted()
tell("started")
const y=t.services.find(e=>e.name===l)
const k=await s(pinned(e),u)
if(y===undefined||k===undefined||"why"in k){const e=k===undefined?"it is not in the registry":"why"in k?k.why:"no such service"
tell("failed",e)
const n={id:"layers",name:"layers",ok:false,expected:"readable",actual:e}
return{service:l,platform:u,contentRef:h,...p&&{digest:p},checks:[n],unchecked:[]}}const w=(0,r._)(h)
const[$,b,x,v]=await Promise.all([wrongEntries(h,n),baseOf(k,e,{...n,pinned:pinned}),publishedOf(y,k,n),o.readAll(w,k.layers).catch(e=>({why:e.message.split("\n",1)[0]??""}))])
d.throwIfAborted()
const{docker:O}=n
const run=t=>s=>n.containers(()=>tryImports({signal:d,docker:t,ref:pinned(e),platform:u,python:s,service:y})).catch(e=>{d.throwIfAborted()
const n=`not tried: ${e.message}`
return(y.verify.imports??[]).map(e=>({module:e,ok:false,said:n}))})
const P={facts:k,service:y,source:t.source,platform:u,outcome:m==="built"?"built":"unchanged",wrongEntries:$,base:b,published:x,layers:v,trees:a,...O!==undefined&&{tryImports:run(O)}}
const A=await inspectImage(P)
f(k.layers)
const E=(0,i.H)(A.checks)
tell(E.length===0?"done":"failed",E.length===0?`${A.checks.length} checks`:E.map(({name:e})=>e).join(", "))
return{service:l,platform:u,contentRef:h,digest:k.digest,...A}}async function publishedOf(e,n,{floatingTag:t,facts:s}){const i=t(e)
if(i===undefined)return{why:"the catalog gives it no floating tag"}
const r=await s(`${e.image}:${i}`,n.platform)
if(r===undefined)return{why:`nothing is published as ${i} yet`}
if("why"in r)return{why:`what is published as ${i} cannot be read: ${r.why}`}
if(r.digest===n.digest)return{why:`it is what is published as ${i}`}
return{tag:i,facts:r}}})}
