FROM node:20-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-21 AS build
COPY --from=node /usr/local /usr/local
WORKDIR /src
COPY . .
RUN mvn -B -ntp -Pquick -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true -pl backend/app -am package \
  && java -Djarmode=tools -jar backend/app/target/zitrack.jar extract --destination /zitrack

FROM eclipse-temurin:21-jre
RUN useradd --system --create-home --home-dir /var/lib/zitrack zitrack
COPY --from=build /zitrack /opt/zitrack
USER zitrack
WORKDIR /var/lib/zitrack
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "/opt/zitrack/zitrack.jar"]
