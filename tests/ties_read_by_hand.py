"""The ties that a person found to be said in the documents, among those that were read out of them.

Each was compared with its quote; what is read out and stands here nowhere is to be looked at.
"""

SHIPPED = frozenset(
    line.strip()
    for line in """
action-innovation-network member_of twins-international-multihelix
akademiska-hus member_of stockholm-life-tech
bioga member_of twins-international-multihelix
biomedrex part_of ana-futura
bioville member_of twins-international-multihelix
bridge-forum partner_of medicon-village
bridge-summit run_by bridge-forum
camp funded_by vinnova
camp partner_of medicon-village
danske-bank partner_of medicon-village
digital-health-days run_by stockholmsmassan
efl-executive-foundation-lund partner_of medicon-village
engelsberg-symposium founded_by axel-and-margaret-ax-son-johnson-s-foundation
engelsberg-symposium founded_by stockholm-science-city
flemingsberg-science member_of stockholm-life-tech
folksam partner_of medicon-village
frans-henrik-kockum partner_of medicon-village
galician-health-cluster member_of twins-international-multihelix
h2-health-hub founded_by stockholm-science-city
handelsbanken partner_of medicon-village
high-level-forum partner_of medicon-village
high-level-forum run_by giant
hong-kong-science-and-technology-park member_of twins-international-multihelix
human-technology-styria member_of twins-international-multihelix
innergi-in-lund partner_of medicon-village
innovation-competitions-and-hackathons run_by stockholm-science-city
karolinska-institutet member_of stockholm-life-tech
karolinska-institutet partner_of opticell-solutions
karolinska-university-hospital member_of stockholm-life-tech
ki-science-park member_of stockholm-life-tech
kista-science-city partner_of stockholm-science-city
kraftringen partner_of medicon-village
life-science-hub-wales member_of twins-international-multihelix
life-science-overview-map run_by stockholm-science-city
lund-university partner_of malmo-university
lund-university partner_of open-lab-skane
malmo-university partner_of open-lab-skane
malmo-university partner_of smile-incubator
medicon-valley-alliance partner_of medicon-village
medicon-village member_of twins-international-multihelix
medicon-village partner_of mobile-heights
medicon-village partner_of multihelix-think-tank
medicon-village partner_of nome
medicon-village partner_of nordea
medicon-village partner_of open-lab-skane
medicon-village partner_of securitas
medicon-village partner_of skane-food-innovation-network
medicon-village partner_of smile-incubator
medicon-village partner_of sparbanken-skane
medicon-village partner_of swedbank
medicon-village partner_of swedenbio
medicon-village partner_of swedish-incubators-science-parks
medicon-village partner_of twins-international-multihelix
mobile-heights founded_by ericsson
mobile-heights founded_by lund-university
mobile-heights founded_by malmo-university
mobile-heights founded_by region-skane
mobile-heights founded_by sony
mobile-heights founded_by telia-company
multihelix-think-tank founded_by lif
multihelix-think-tank founded_by malmo-university
multihelix-think-tank founded_by medicon-village
multihelix-think-tank founded_by region-skane
national-testbed-for-innovative-radiotherapy run_by innovationsplatsen
nome funded_by novo-nordisk-foundation
opticell-solutions part_of flemingsberg
open-lab-skane funded_by european-regional-development-fund
open-lab-skane funded_by region-skane
open-lab-skane partner_of smile-incubator
open-lab-skane run_by lund-university
open-lab-skane run_by malmo-university
open-lab-skane run_by smile-incubator
open-lab-skane supported_by cluk
open-lab-skane supported_by lunds-kommun
open-lab-skane supported_by malmo-stad
open-lab-skane supported_by medeon
open-lab-skane supported_by medicon-village
open-lab-skane supported_by sten-k-johnson-foundation
park-novum part_of novum-research-park
photo-contest-in-jarvafaltet founded_by kista-science-city
photo-contest-in-jarvafaltet founded_by stockholm-science-city
region-stockholm member_of stockholm-life-tech
sherbrooke-innopole member_of twins-international-multihelix
shonan-health-innovation-park member_of twins-international-multihelix
slovenian-innovation-hub member_of twins-international-multihelix
stockholm-science-city member_of stockholm-life-tech
swecris run_by swedish-research-council
stockholm-science-city-seminars-and-events run_by stockholm-science-city
swecris founded_by stockholm-science-city
vecura partner_of xnk-therapeutics
""".strip().splitlines()
)

HARBOUR = frozenset(
    line.strip()
    for line in """
blue-quay-accelerator founded_by port-of-brannvik
blue-quay-accelerator founded_by sundlinjen
blue-quay-accelerator part_of kajen
first-mooring funded_by region-skarmark
first-mooring run_by kelp-yard
first-mooring run_by startbryggan
fyrbaken part_of tindra-science-park
fyrbaken run_by municipality-of-ekerstad
fyrbaken run_by skarmark-university-of-technology
gran-incubator founded_by skarmarks-skog
gran-incubator funded_by skarmarks-skog
gran-incubator part_of tindra-science-park
harbour-days run_by kajen
harbour-days run_by skarmark-ocean-cluster
health-ring-skarmark funded_by region-skarmark
kajen run_by municipality-of-brannvik
kelp-yard funded_by coastline-foundation
kelp-yard funded_by region-skarmark
kelp-yard part_of kajen
lyngsund-science-park partner_of nerva-incubator
mylla-food-incubator funded_by coastline-foundation
mylla-food-incubator funded_by municipality-of-orrhamn
nerva-incubator funded_by halvorsen-family-foundation
nerva-incubator funded_by region-skarmark
nerva-incubator part_of lyngsund-science-park
nordlys-energy-cluster funded_by european-regional-development-fund
nordlys-energy-cluster part_of tindra-science-park
open-water run_by nordlys-energy-cluster
open-water run_by skarmark-ocean-cluster
sealume funded_by region-skarmark
skarmark-health-forum run_by health-ring-skarmark
skarmark-health-forum supported_by halvorsen-family-foundation
skarmark-ocean-cluster part_of kajen
skarmark-seed run_by havbanken
skarmark-seed run_by region-skarmark
startbryggan part_of brannvik-university
test-bay funded_by region-skarmark
test-bay run_by skarmark-ocean-cluster
tindra-science-park run_by municipality-of-ekerstad
tindra-science-park run_by skarmark-university-of-technology
women-at-the-helm funded_by coastline-foundation
women-at-the-helm run_by coastal-angels
""".strip().splitlines()
)
