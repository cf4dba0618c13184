/// Types of https://schema.org that things with a page may have, and the properties that say how
/// such things are related.
enum SchemaTypes {
    static let all = Set(families.flatMap(\.types)).union(others)

    /// - Parameter kind: id of the kind; the properties name entities of the same kind.
    static func properties(of type: String, kind: String) -> [Entity.Kind.SchemaProperty] {
        guard let family = families.first(where: { $0.types.contains(type) }) else { return [] }
        return family.properties.map {
            var property = $0
            if property.target == nil, property.sources != [.affiliations] {
                property.target = kind
            }
            return property
        }
    }

    private struct Family {
        var properties: [Entity.Kind.SchemaProperty]
        var types: Set<String>

        init(_ properties: [Entity.Kind.SchemaProperty], _ types: String) {
            self.properties = properties
            self.types = Set(types.split(whereSeparator: \.isWhitespace).map(String.init))
        }
    }

    private static let families = [
        Family(
            [.init("containedInPlace", [.partOf]), .init("containsPlace", [.parts])],
            """
            Accommodation AdministrativeArea Airport Apartment Aquarium Beach BoatTerminal BodyOfWater Bridge
            BuddhistTemple BusStation Campground Canal CatholicChurch Cemetery Church City CityHall CivicStructure
            Continent Country Courthouse Crematorium DefenceEstablishment Embassy EventVenue FireStation
            GovernmentBuilding HinduTemple House LakeBodyOfWater Landform LandmarksOrHistoricalBuildings
            LegislativeBuilding Mosque Mountain MovieTheater Museum MusicVenue OceanBodyOfWater Park
            ParkingFacility PerformingArtsTheater Place PlaceOfWorship Playground PoliceStation Pond PublicToilet
            RVPark Reservoir Residence RiverBodyOfWater Room School SchoolDistrict SeaBodyOfWater
            StadiumOrArena State SubwayStation Suite Synagogue TaxiStand TouristAttraction TouristDestination
            TrainStation Volcano Waterfall Zoo
            """),
        Family(
            [.init("superEvent", [.partOf]), .init("subEvent", [.parts])],
            """
            BusinessEvent ChildrensEvent ComedyEvent ConferenceEvent CourseInstance DanceEvent DeliveryEvent
            EducationEvent Event EventSeries ExhibitionEvent Festival FoodEvent Hackathon LiteraryEvent MusicEvent
            PerformingArtsEvent PublicationEvent SaleEvent ScreeningEvent SocialEvent SportsEvent TheaterEvent
            UserInteraction VisualArtsEvent
            """),
        Family(
            [.init("isPartOf", [.partOf]), .init("hasPart", [.parts])],
            """
            Article Atlas AudioObject Audiobook Blog BlogPosting Book BookSeries Chapter Code Collection ComicIssue
            ComicSeries ComicStory Conversation Course CreativeWork CreativeWorkSeason CreativeWorkSeries
            DataCatalog DataDownload Dataset DefinedTermSet Diet DigitalDocument Drawing Episode ExercisePlan Game
            Guide HowTo HyperToc ImageObject LearningResource Legislation LegislationObject Manuscript Map
            MediaObject Menu Message Movie MovieClip MovieSeries MusicAlbum MusicComposition MusicPlaylist
            MusicRecording MusicRelease NewsArticle Newspaper Painting Periodical Photograph Play Poster
            PresentationDigitalDocument PublicationIssue PublicationVolume Quotation RadioEpisode RadioSeries
            Recipe Report Review ScholarlyArticle Sculpture SheetMusic ShortStory SoftwareApplication
            SoftwareSourceCode SpecialAnnouncement Statement TVEpisode TVSeason TVSeries TechArticle Thesis
            VideoGame VideoGameSeries VideoObject VisualArtwork WebApplication WebPage WebSite
            """),
        Family(
            Entity.Kind.organization.schemaProperties.map { .init($0.name, $0.sources) },
            """
            Airline ArchiveOrganization BookStore Brewery CollegeOrUniversity Consortium Cooperative Corporation
            DanceGroup Distillery EducationalOrganization ElementarySchool FinancialService
            FundingAgency FundingScheme GovernmentOffice GovernmentOrganization HighSchool Hospital Hotel
            InsuranceAgency InternetCafe Library LibrarySystem LocalBusiness MedicalOrganization
            MiddleSchool MusicGroup NGO NewsMediaOrganization OnlineBusiness OnlineStore Organization
            PerformingGroup Pharmacy PoliticalParty Preschool Project RadioStation ResearchOrganization
            ResearchProject Restaurant SearchRescueOrganization SportsClub SportsOrganization SportsTeam Store
            TelevisionStation TheaterGroup TouristInformationCenter TravelAgency VeterinaryCare Winery WorkersUnion
            """),
        Family(
            Entity.Kind.product.schemaProperties.map {
                .init($0.name, $0.sources, target: $0.target == "organization" ? $0.target : nil)
            },
            """
            BusOrCoach Car Drug IndividualProduct Motorcycle MotorizedBicycle Product ProductCollection
            ProductGroup ProductModel SomeProducts Vehicle
            """),
        Family(Entity.Kind.person.schemaProperties, "Patient Person"),
    ]

    private static let others = Set(
        """
        AnatomicalStructure Audience Award BankAccount BioChemEntity Brand BroadcastChannel BroadcastService
        CategoryCode CategoryCodeSet ChemicalSubstance ComputerLanguage DefinedTerm DietarySupplement
        Disease EducationalOccupationalCredential EducationalOccupationalProgram Enumeration FinancialProduct Gene
        GovernmentService Grant Infection Intangible InvestmentFund ItemList JobPosting Language MedicalCondition
        MedicalDevice MedicalEntity MedicalProcedure MedicalTest MedicalTherapy MolecularEntity MonetaryGrant
        Occupation OccupationalExperienceRequirements Offer Permit Plant PropertyValue Protein Quantity Reservation
        Role Schedule Series Service Specialty Species StructuredValue Substance Taxon Thing Trip TouristTrip Vein
        VirtualLocation Vessel WebAPI
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
