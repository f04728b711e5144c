export const id=7223
export const ids=[7223]
export const modules={28641:((e,t,n)=>{n.d(t,{l:()=>pruneFolder})
var r=n(51455)
var s=n(76760)
async function pruneFolder(e,t){try{const n=await Promise.all((await(0,r.readdir)(e)).map(async t=>{const n=s.join(e,t)
const{mtimeMs:o,size:a}=await(0,r.stat)(n)
return{file:n,mtimeMs:o,size:a}}))
let o=0
for(const{file:e,size:s}of n.sort((e,t)=>t.mtimeMs-e.mtimeMs)){o+=s
if(o>t)await(0,r.unlink)(e)}}catch{}}}),87223:((e,t,n)=>{n.r(t)
n.d(t,{openBundleTrust:()=>openBundleTrust})
var r=n(76760)
var s=n(77598)
var o=n(51455)
var a=n(89348)
async function identifyRoots({trustedRoot:e,keys:t,cacheFolder:n}){const r=e===undefined?await refreshedRoots(n):[e]
const i=await Promise.all(r.map(e=>(0,o.readFile)(e,"utf8")))
return(0,s.createHash)("sha256").update(JSON.stringify([a.r,i,t])).digest("hex")}async function refreshedRoots(e){if(e===undefined)return[]
const t=[]
for await(const n of(0,o.glob)("tuf-*/*/targets/trusted_root.json",{cwd:e}))t.push(r.join(e,n))
return t.sort()}var i=n(39893)
function openBundleVerifier(e){const{trustedRoot:t,keys:r,cacheFolder:s,env:o,signal:a}=e
const open=async()=>{const[{checkBundle:e},{openTrustedRoots:c}]=await Promise.all([Promise.all([n.e(7104),n.e(4187),n.e(9492)]).then(n.bind(n,49492)),Promise.all([n.e(7104),n.e(4187),n.e(5370)]).then(n.bind(n,25370))])
const d=c({env:o,...(0,i.s)({file:t,cacheFolder:s,signal:a})})
return t=>e(t,r,d)}
let c
return{verify:async e=>{c??=open()
return(await c)(e)}}}var c=n(29799)
var d=n(12311)
var u=n(28641)
var f=n(94203)
var l=n(36307)
var m=n(16496)
const y=1
const h=64<<20
const v=d.Ikc({signer:l.E,statement:d.YjP()})
function openVerifiedBundles(e,t){if(e.GITHUB_ACTIONS==="true")return undefined
const n=r.join((0,c.nF)(e),"signatures")
let a
let i
const fileOf=async e=>{a??=t()
const o=(0,s.createHash)("sha256").update(JSON.stringify([y,await a,e]))
return r.join(n,`${o.digest("hex")}.json`)}
return{async read(e){const t=await fileOf(e).then(e=>(0,o.readFile)(e,"utf8")).catch(()=>"")
const n=(0,m.gf)(v,t)
return n&&{signer:n.signer,statement:Buffer.from(n.statement,"base64")}},async write(e,{signer:t,statement:r}){const s=JSON.stringify({signer:t,statement:Buffer.from(r).toString("base64")})
try{await(0,f.f)(await fileOf(e),s,{fileMode:384,folderMode:448})
i??=(0,u.l)(n,h)
await i}catch{}}}}function openBundleTrust({keys:e},{trustedRoot:t},{env:n,cwd:s,signal:o}){const a={keys:e,cacheFolder:(0,c.nF)(n),...(0,i.s)({trustedRoot:t&&r.resolve(s,t)})}
const d=openVerifiedBundles(n,()=>identifyRoots(a))
return{verifier:openBundleVerifier({...a,env:n,signal:o}),...(0,i.s)({remembered:d})}}}),89348:((e,t,n)=>{n.d(t,{r:()=>r})
const r="0.1.0"})}
